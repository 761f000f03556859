using System.Net;
using System.Text.Json;

namespace BcSalesSync.Sandbox.Tests.Sales.Catalog;

public sealed class OpportunityTests : IDisposable
{
    private readonly SalesClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_new_opportunity_is_open_and_its_customer_is_its_account()
    {
        var account = await _client.AccountAsync("Adatum Corp.");
        var contact = await _client.IdOfAsync("contacts", "contactid", "firstname eq 'Mira'");
        var id = await _client.CreateAsync("opportunities", new Dictionary<string, object>
        {
            ["name"] = "Bikes", ["estimatedvalue"] = 1000, ["parentaccountid@odata.bind"] = $"/accounts({account})",
            ["parentcontactid@odata.bind"] = $"/contacts({contact})",
        });

        var row = await _client.GetAsync($"opportunities({id})", "odata.include-annotations=\"*\"");

        Assert.Equal((0, 1), (row.GetProperty("statecode").GetInt32(), row.GetProperty("statuscode").GetInt32()));
        Assert.Equal(account, row.GetProperty("_customerid_value").GetGuid());
        Assert.Equal("account", row.GetProperty("_customerid_value@Microsoft.Dynamics.CRM.lookuplogicalname").GetString());
        Assert.Equal(account, row.GetProperty("_accountid_value").GetGuid());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("_contactid_value").ValueKind);
        Assert.Equal("Warm", row.GetProperty("opportunityratingcode@OData.Community.Display.V1.FormattedValue").GetString());
        Assert.Equal(1000m, row.GetProperty("estimatedvalue_base").GetDecimal());
    }

    [Fact]
    public async Task Naming_the_customer_names_the_account_or_the_contact()
    {
        var contact = await _client.IdOfAsync("contacts", "contactid", "firstname eq 'Mira'");
        var account = await _client.AccountAsync("Fabrikam");
        var id = await _client.CreateAsync("opportunities", Customer("contact", contact));
        Assert.Equal(contact, (await _client.GetAsync($"opportunities({id})")).GetProperty("_parentcontactid_value").GetGuid());

        await _client.ChangeAsync($"opportunities({id})", Customer("account", account));

        var row = await _client.GetAsync($"opportunities({id})");
        Assert.Equal(account, row.GetProperty("_parentaccountid_value").GetGuid());
        Assert.Equal(account, row.GetProperty("_accountid_value").GetGuid());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("_contactid_value").ValueKind);
    }

    [Fact]
    public async Task A_deleted_account_leaves_its_opportunities_without_one()
    {
        var id = await SeededAsync();
        var account = await _client.AccountAsync("Adatum Corp.");

        await _client.SendAsync("DELETE", $"accounts({account})");

        var row = await _client.GetAsync($"opportunities({id})");
        Assert.Equal(JsonValueKind.Null, row.GetProperty("_parentaccountid_value").ValueKind);
        Assert.Equal(row.GetProperty("_parentcontactid_value").GetGuid(), row.GetProperty("_customerid_value").GetGuid());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task An_opportunity_is_not_closed_by_a_plain_write(int state) =>
        (await _client.PatchAsync($"opportunities({await SeededAsync()})", new { statecode = state }))
            .Refuses(HttpStatusCode.BadRequest, "0x80100005");

    [Fact]
    public async Task Winning_keeps_the_estimate_as_the_revenue_and_an_activity()
    {
        var id = await SeededAsync();

        var answer = await CloseAsync("WinOpportunity", 3, id, new() { ["subject"] = "Ordered" });

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        var row = await _client.GetAsync($"opportunities({id})");
        Assert.Equal((1, 3), (row.GetProperty("statecode").GetInt32(), row.GetProperty("statuscode").GetInt32()));
        Assert.Equal(48_000m, row.GetProperty("actualvalue").GetDecimal());
        Assert.NotEqual(JsonValueKind.Null, row.GetProperty("actualclosedate").ValueKind);
        var close = Assert.Single(await _client.RowsAsync($"opportunitycloses?$filter=_opportunityid_value eq {id}"));
        Assert.Equal("Ordered", close.GetProperty("subject").GetString());
        Assert.Equal(1, close.GetProperty("statecode").GetInt32());
    }

    [Fact]
    public async Task Losing_names_the_reason_the_revenue_and_the_day()
    {
        var id = await SeededAsync();

        await CloseAsync("LoseOpportunity", 5, id, new() { ["actualrevenue"] = 12.5, ["actualend"] = "2031-05-06T10:00:00Z" });

        var row = await _client.GetAsync($"opportunities({id})");
        Assert.Equal((2, 5), (row.GetProperty("statecode").GetInt32(), row.GetProperty("statuscode").GetInt32()));
        Assert.Equal(12.5m, row.GetProperty("actualvalue").GetDecimal());
        Assert.Equal("2031-05-06", row.GetProperty("actualclosedate").GetString());
    }

    [Fact]
    public async Task The_reason_may_be_left_to_the_organisation_but_must_belong_to_the_state()
    {
        var id = await SeededAsync();

        (await CloseAsync("WinOpportunity", 4, id)).Refuses(HttpStatusCode.BadRequest, "0x80048408");
        Assert.Equal(0, await _client.StateAsync($"opportunities({id})"));
        Assert.Empty(await _client.RowsAsync("opportunitycloses"));
        await CloseAsync("LoseOpportunity", -1, id);

        Assert.Equal(4, (await _client.GetAsync($"opportunities({id})")).GetProperty("statuscode").GetInt32());
    }

    [Fact]
    public async Task A_closed_opportunity_is_not_closed_again_before_it_is_opened()
    {
        var id = await SeededAsync();
        await CloseAsync("WinOpportunity", 3, id);

        (await CloseAsync("LoseOpportunity", 4, id)).Refuses(HttpStatusCode.BadRequest, "0x80040233");
        await _client.ChangeAsync($"opportunities({id})", new { statecode = 0 });

        Assert.Equal(HttpStatusCode.NoContent, (await CloseAsync("LoseOpportunity", 4, id)).Status);
    }

    [Theory]
    [InlineData("{\"Status\":3}")]
    [InlineData("{\"Status\":3,\"OpportunityClose\":{\"subject\":\"x\"}}")]
    [InlineData("{\"OpportunityClose\":{}}")]
    public async Task Closing_needs_a_reason_and_an_opportunity(string body) =>
        (await _client.SendAsync("POST", "WinOpportunity", body)).Refuses(HttpStatusCode.BadRequest, "0x80040203");

    [Fact]
    public async Task Names_of_the_closing_activity_are_checked()
    {
        var answer = await CloseAsync("WinOpportunity", 3, await SeededAsync(), new() { ["revenue"] = 1 });

        answer.Refuses(HttpStatusCode.BadRequest, "0x80060888");
    }

    [Fact]
    public async Task A_deleted_opportunity_takes_its_activities_along()
    {
        var id = await SeededAsync();
        await CloseAsync("WinOpportunity", 3, id);

        Assert.Equal(HttpStatusCode.NoContent, (await _client.SendAsync("DELETE", $"opportunities({id})")).Status);

        Assert.Empty(await _client.RowsAsync("opportunitycloses"));
    }

    [Fact]
    public async Task Totals_are_written_after_the_creation_only()
    {
        (await _client.SendAsync("POST", "opportunities", new { name = "x", totalamount = 1 }))
            .Refuses(HttpStatusCode.BadRequest, "0x80040203");

        await _client.ChangeAsync($"opportunities({await SeededAsync()})", new { totalamount = 1 });
    }

    [Fact]
    public async Task The_price_list_has_the_currency_of_the_opportunity()
    {
        var dollars = await _client.CreateListAsync("Dollars", await _client.CreateDollarAsync());

        (await _client.PatchAsync(
            $"opportunities({await SeededAsync()})",
            new Dictionary<string, object> { ["pricelevelid@odata.bind"] = $"/pricelevels({dollars})" }))
            .Refuses(HttpStatusCode.BadRequest, "0x80048CEF");
    }

    private static Dictionary<string, object> Customer(string table, Guid id) =>
        new() { ["name"] = "Bikes", [$"customerid_{table}@odata.bind"] = $"/{table}s({id})" };

    private Task<Guid> SeededAsync() =>
        _client.IdOfAsync("opportunities", "opportunityid", "name eq 'City bikes for the whole office'");

    private Task<Answer> CloseAsync(string action, int status, Guid id, Dictionary<string, object>? more = null)
    {
        var close = more ?? [];
        close["opportunityid@odata.bind"] = $"/opportunities({id})";
        return _client.SendAsync("POST", action, new { Status = status, OpportunityClose = close });
    }
}
