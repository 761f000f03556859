using System.Net;
using System.Text.Json;

namespace BcSalesSync.Sandbox.Tests.Sales;

public sealed class BusinessRuleTests : IDisposable
{
    private readonly SalesClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_new_account_is_active_and_belongs_to_who_wrote_it_in_the_currency_of_the_organisation()
    {
        var me = (await _client.GetAsync("WhoAmI")).GetProperty("UserId").GetGuid();
        var id = await _client.CreateAsync("accounts", new { name = "Fresh", creditlimit = 1234.5 });

        var row = await _client.GetAsync($"accounts({id})");

        Assert.Equal(0, row.GetProperty("statecode").GetInt32());
        Assert.Equal(1, row.GetProperty("statuscode").GetInt32());
        Assert.Equal(me, row.GetProperty("_ownerid_value").GetGuid());
        Assert.Equal(me, row.GetProperty("_owninguser_value").GetGuid());
        Assert.Equal(me, row.GetProperty("_createdby_value").GetGuid());
        Assert.Equal(row.GetProperty("createdon").GetString(), row.GetProperty("modifiedon").GetString());
        Assert.Equal("1234.5000", row.GetProperty("creditlimit").GetRawText());
        Assert.Equal(1234.5m, row.GetProperty("creditlimit_base").GetDecimal());
        Assert.NotEqual(JsonValueKind.Null, row.GetProperty("_transactioncurrencyid_value").ValueKind);
        Assert.False(row.GetProperty("creditonhold").GetBoolean());
    }

    [Fact]
    public async Task A_team_can_own_a_row()
    {
        var team = await _client.IdOfAsync("teams", "teamid", "startswith(name,'BCI')");
        var id = await _client.CreateAsync(
            "accounts", new Dictionary<string, object> { ["name"] = "Ours", ["ownerid@odata.bind"] = $"/teams({team})" });

        var row = await _client.GetAsync(
            $"accounts({id})?$select=_ownerid_value,_owninguser_value,_owningteam_value,_owningbusinessunit_value",
            "odata.include-annotations=\"*\"");

        Assert.Equal("team", row.GetProperty("_ownerid_value@Microsoft.Dynamics.CRM.lookuplogicalname").GetString());
        Assert.Equal(team, row.GetProperty("_owningteam_value").GetGuid());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("_owninguser_value").ValueKind);
        Assert.NotEqual(JsonValueKind.Null, row.GetProperty("_owningbusinessunit_value").ValueKind);
    }

    [Fact]
    public async Task An_owner_can_be_changed_but_not_taken_away()
    {
        var user = await _client.IdOfAsync("systemusers", "systemuserid", "fullname eq 'Linda Turner'");
        var id = await _client.AccountAsync("Adatum Corp.");

        await _client.SendAsync(
            "PATCH", $"accounts({id})", new Dictionary<string, object?> { ["ownerid@odata.bind"] = $"systemusers({user})" });
        var none = await _client.SendAsync("PATCH", $"accounts({id})", new Dictionary<string, object?> { ["ownerid@odata.bind"] = null });

        Assert.Equal(
            user, (await _client.GetAsync($"accounts({id})?$select=_owninguser_value")).GetProperty("_owninguser_value").GetGuid());
        none.Refuses(HttpStatusCode.BadRequest, "0x80040200");
    }

    [Fact]
    public async Task A_state_brings_its_status_along_and_refuses_that_of_another()
    {
        var id = await _client.AccountAsync("Fabrikam");

        var wrong = await _client.SendAsync("PATCH", $"accounts({id})", new { statecode = 1, statuscode = 1 });
        await _client.SendAsync("PATCH", $"accounts({id})", new { statecode = 1 });

        wrong.Refuses(HttpStatusCode.BadRequest, "0x80048408");
        Assert.Equal("1 is not a valid status code for state code AccountState.Inactive on account.", wrong.Message);
        Assert.Equal(2, (await _client.GetAsync($"accounts({id})?$select=statuscode")).GetProperty("statuscode").GetInt32());
    }

    [Theory]
    [InlineData("{\"currencyname\":\"x\",\"exchangerate\":1}", "0x80040200")]
    [InlineData("{\"isocurrencycode\":\"CHF\",\"exchangerate\":0}", "0x80040200")]
    [InlineData("{\"isocurrencycode\":\"CHF\"}", "0x80040200")]
    [InlineData("{\"isocurrencycode\":\"EUR\",\"exchangerate\":1}", "0x80048CF3")]
    public async Task A_currency_needs_a_code_of_its_own_and_a_rate(string body, string code) =>
        (await _client.SendAsync("POST", "transactioncurrencies", body)).Refuses(HttpStatusCode.BadRequest, code);

    [Fact]
    public async Task An_amount_in_another_currency_is_divided_by_its_rate()
    {
        var dollar = await _client.CreateAsync(
            "transactioncurrencies",
            new { isocurrencycode = "USD", currencyname = "US dollar", currencysymbol = "$", exchangerate = 1.25 });
        var id = await _client.CreateAsync(
            "accounts", new Dictionary<string, object>
            {
                ["creditlimit"] = 100, ["transactioncurrencyid@odata.bind"] = $"/transactioncurrencies({dollar})",
            });

        var row = await _client.GetAsync($"accounts({id})?$select=creditlimit_base,exchangerate");

        Assert.Equal(80m, row.GetProperty("creditlimit_base").GetDecimal());
        Assert.Equal(1.25m, row.GetProperty("exchangerate").GetDecimal());
    }

    [Fact]
    public async Task A_full_name_follows_its_parts_and_an_account_its_contact()
    {
        var account = await _client.AccountAsync("Fabrikam");
        var id = await _client.CreateAsync("contacts", new Dictionary<string, object>
        {
            ["firstname"] = "Lena", ["middlename"] = "M.", ["lastname"] = "Brandt",
            ["parentcustomerid_account@odata.bind"] = $"/accounts({account})",
        });

        var row = await _client.GetAsync($"contacts({id})?$select=fullname,_accountid_value");

        Assert.Equal("Lena Brandt", row.GetProperty("fullname").GetString());
        Assert.Equal(account, row.GetProperty("_accountid_value").GetGuid());
    }

    [Fact]
    public async Task An_empty_text_is_kept_as_none()
    {
        var id = await _client.CreateAsync("accounts", new { name = "Fresh", fax = "" });

        Assert.Equal(JsonValueKind.Null, (await _client.GetAsync($"accounts({id})?$select=fax")).GetProperty("fax").ValueKind);
    }

    [Fact]
    public async Task A_change_by_a_person_moves_the_stamp_on_the_sales_clock_and_names_the_person()
    {
        var me = (await _client.GetAsync("WhoAmI")).GetProperty("UserId").GetGuid();
        var id = await _client.AccountAsync("Fabrikam");
        await _client.ControlAsync("clock", new { now = "2031-05-06T07:08:09.750Z" });
        await _client.ControlAsync("clock", new { salesOffset = "-PT5M" });

        await _client.ControlAsync("rows", new { system = "sales", set = "accounts", rows = new[] { new { accountid = id, fax = "1" } } });

        var row = await _client.GetAsync($"accounts({id})?$select=modifiedon,createdon,_modifiedby_value");
        Assert.StartsWith("2031-05-06T07:03:", row.GetProperty("modifiedon").GetString(), StringComparison.Ordinal);
        Assert.Matches("T[0-9:]{8}Z$", row.GetProperty("modifiedon").GetString());
        Assert.NotEqual(row.GetProperty("modifiedon").GetString(), row.GetProperty("createdon").GetString());
        Assert.NotEqual(me, row.GetProperty("_modifiedby_value").GetGuid());
    }

    [Fact]
    public async Task A_person_is_held_to_the_rules_too()
    {
        var answer = await _client.SendAsync(
            "POST", "/sandbox/rows", new { system = "sales", set = "accounts", rows = new[] { new { fullname = "x" } } });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("0x80060888", answer.Text, StringComparison.Ordinal);
    }
}
