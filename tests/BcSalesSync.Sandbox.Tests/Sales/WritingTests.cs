using System.Net;
using System.Text.Json;

namespace BcSalesSync.Sandbox.Tests.Sales;

public sealed class WritingTests : IDisposable
{
    private const string Chosen = "5a0e8f3c-1b2d-5c4e-8f60-7a9b8c7d6e01";

    private readonly SalesClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_row_takes_the_id_its_client_chose_once()
    {
        var first = await _client.SendAsync("POST", "accounts", new { accountid = Chosen, name = "Adatum Corporation" });
        var again = await _client.SendAsync(
            "POST", "accounts", new { accountid = Chosen, name = "Adatum Corporation" }, ("Prefer", "odata.include-annotations=\"*\""));

        Assert.Equal(HttpStatusCode.NoContent, first.Status);
        Assert.Equal($"{SalesClient.Api}/accounts({Chosen})", first.Headers["OData-EntityId"]);
        again.Refuses(HttpStatusCode.PreconditionFailed, "0x80040237");
        Assert.Equal("0", again.Json.GetProperty("error").GetProperty("@Microsoft.PowerApps.CDS.ErrorDetails.OperationStatus").GetString());
    }

    [Fact]
    public async Task A_created_row_can_be_returned()
    {
        var answer = await _client.SendAsync(
            "POST", "accounts?$select=accountid,name,versionnumber,modifiedon", new { name = "Trey Research" },
            ("Prefer", "return=representation"));

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal("return=representation", answer.Headers["Preference-Applied"]);
        Assert.False(answer.Headers.ContainsKey("OData-EntityId"));
        Assert.Equal(
            ["@odata.context", "@odata.etag", "accountid", "name", "versionnumber", "modifiedon"],
            answer.Json.EnumerateObject().Select(property => property.Name));
        Assert.Matches("T[0-9:]{8}Z$", answer.Json.GetProperty("modifiedon").GetString());
    }

    [Fact]
    public async Task A_lookup_is_set_by_its_navigation_and_cleared_by_null()
    {
        var account = await _client.AccountAsync("Adatum Corp.");
        var contact = await _client.IdOfAsync("contacts", "contactid", "firstname eq 'Mira'");

        await PatchAsync(account, new Dictionary<string, object?> { ["primarycontactid@odata.bind"] = $"/contacts({contact})" });
        var set = await _client.GetAsync($"accounts({account})?$select=_primarycontactid_value");
        await PatchAsync(account, new Dictionary<string, object?> { ["primarycontactid@odata.bind"] = null, ["fax"] = null });
        var cleared = await _client.GetAsync($"accounts({account})?$select=_primarycontactid_value");

        Assert.Equal(contact, set.GetProperty("_primarycontactid_value").GetGuid());
        Assert.Equal(JsonValueKind.Null, cleared.GetProperty("_primarycontactid_value").ValueKind);
    }

    [Fact]
    public async Task A_lookup_to_a_missing_row_is_refused()
    {
        var account = await _client.AccountAsync("Fabrikam");

        var answer = await _client.SendAsync(
            "PATCH", $"accounts({account})", new Dictionary<string, object?> { ["primarycontactid@odata.bind"] = $"/contacts({Chosen})" });

        answer.Refuses(HttpStatusCode.NotFound, "0x80040217");
        Assert.Equal($"contact With Id = {Chosen} Does Not Exist", answer.Message);
    }

    [Fact]
    public async Task A_stale_etag_stops_a_change_and_the_current_one_lets_it_pass()
    {
        var account = await _client.AccountAsync("Fabrikam");
        var etag = (await _client.GetAsync($"accounts({account})?$select=name")).GetProperty("@odata.etag").GetString()!;

        var first = await _client.SendAsync("PATCH", $"accounts({account})", new { fax = "1" }, ("If-Match", etag));
        var second = await _client.SendAsync("PATCH", $"accounts({account})", new { fax = "2" }, ("If-Match", etag));
        var delete = await _client.SendAsync("DELETE", $"accounts({account})", null, ("If-Match", etag));

        Assert.Equal(HttpStatusCode.NoContent, first.Status);
        second.Refuses(HttpStatusCode.PreconditionFailed, "0x80060882");
        delete.Refuses(HttpStatusCode.PreconditionFailed, "0x80060882");
        Assert.Equal("1", (await _client.GetAsync($"accounts({account})?$select=fax")).GetProperty("fax").GetString());
    }

    [Fact]
    public async Task A_patch_of_a_missing_row_creates_it_unless_it_must_match()
    {
        (await _client.SendAsync("PATCH", $"accounts({Chosen})", new { name = "New" }, ("If-Match", "*")))
            .Refuses(HttpStatusCode.NotFound, "0x80040217");
        (await _client.SendAsync("PATCH", $"accounts({Chosen})", new { name = "New" }, ("If-Match", "W/\"1\"")))
            .Refuses(HttpStatusCode.NotFound, "0x80040217");

        var created = await _client.SendAsync(
            "PATCH", $"accounts({Chosen})?$select=name", new { name = "New" }, ("Prefer", "return=representation"));
        var updated = await _client.SendAsync(
            "PATCH", $"accounts({Chosen})?$select=name", new { name = "Newer" }, ("Prefer", "return=representation"));
        var mustBeNew = await _client.SendAsync("PATCH", $"accounts({Chosen})", new { name = "Newest" }, ("If-None-Match", "*"));

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal(HttpStatusCode.OK, updated.Status);
        mustBeNew.Refuses(HttpStatusCode.PreconditionFailed, "0x80040237");
    }

    [Fact]
    public async Task A_deleted_row_is_gone()
    {
        var account = await _client.AccountAsync("Fabrikam");

        Assert.Equal(HttpStatusCode.NoContent, (await _client.SendAsync("DELETE", $"accounts({account})")).Status);
        var again = await _client.SendAsync("DELETE", $"accounts({account})");

        again.Refuses(HttpStatusCode.NotFound, "0x80040217");
        Assert.Equal($"account With Id = {account} Does Not Exist", again.Message);
    }

    [Fact]
    public async Task Deleting_a_row_clears_the_lookups_to_it()
    {
        var account = await _client.AccountAsync("Adatum Corp.");
        var contact = await _client.IdOfAsync("contacts", "contactid", "firstname eq 'Mira'");

        await _client.SendAsync("DELETE", $"accounts({account})");

        var orphan = await _client.GetAsync($"contacts({contact})?$select=_parentcustomerid_value,_accountid_value");
        Assert.Equal(JsonValueKind.Null, orphan.GetProperty("_parentcustomerid_value").ValueKind);
        Assert.Equal(JsonValueKind.Null, orphan.GetProperty("_accountid_value").ValueKind);
    }

    [Fact]
    public async Task A_row_others_need_cannot_be_deleted()
    {
        var user = await _client.IdOfAsync("systemusers", "systemuserid", "fullname eq 'Jim Olive'");

        (await _client.SendAsync("DELETE", $"systemusers({user})")).Refuses(HttpStatusCode.MethodNotAllowed, "0x80040227");
    }

    [Theory]
    [InlineData("{\"bcbi_companyid@odata.bind\":\"/bcbi_companies(9f8e7d6c-5555-4a3b-8c1d-0e9f8a7b6c01)\"}", "0x80048d19")]
    [InlineData("{\"_primarycontactid_value\":\"9f8e7d6c-5555-4a3b-8c1d-0e9f8a7b6c01\"}", "0x80060888")]
    [InlineData("{\"primarycontactid\":\"9f8e7d6c-5555-4a3b-8c1d-0e9f8a7b6c01\"}", "0x80060888")]
    [InlineData("{\"nosuch\":1}", "0x80060888")]
    [InlineData("{\"Name\":\"x\"}", "0x80060888")]
    [InlineData("{\"creditlimit\":\"much\"}", "0x80048d19")]
    [InlineData("{\"statecode\":1}", "0x80040203")]
    [InlineData("{\"createdon\":\"2026-01-01T00:00:00Z\"}", "0x80040203")]
    [InlineData("{\"accountnumber\":\"123456789012345678901\"}", "0x80044331")]
    [InlineData("{\"paymenttermscode\":9}", "0x8004431A")]
    [InlineData("{\"primarycontactid@odata.bind\":\"/accounts(9f8e7d6c-5555-4a3b-8c1d-0e9f8a7b6c01)\"}", "0x80048d19")]
    [InlineData("{\"name\":", "0x80060888")]
    public async Task A_wrong_body_is_refused_on_create(string body, string code) =>
        (await _client.SendAsync("POST", "accounts", body)).Refuses(HttpStatusCode.BadRequest, code);

    [Fact]
    public async Task A_text_that_is_too_long_is_named()
    {
        var answer = await _client.SendAsync("POST", "contacts", new { firstname = new string('x', 51) });

        Assert.Equal(
            "A validation error occurred.  The length of the 'firstname' attribute of the 'contact' entity "
            + "exceeded the maximum allowed length of '50'.",
            answer.Message);
    }

    [Fact]
    public async Task A_column_that_is_set_once_can_be_repeated_but_not_changed()
    {
        var id = await _client.CreateAsync(
            "transactioncurrencies", new { isocurrencycode = "USD", currencyname = "US dollar", currencysymbol = "$", exchangerate = 1.1 });

        var same = await _client.SendAsync(
            "PATCH", $"transactioncurrencies({id})", new { isocurrencycode = "USD", currencysymbol = "US$" });
        var other = await _client.SendAsync("PATCH", $"transactioncurrencies({id})", new { isocurrencycode = "USX" });

        Assert.Equal(HttpStatusCode.NoContent, same.Status);
        other.Refuses(HttpStatusCode.BadRequest, "0x80040203");
    }

    [Fact]
    public async Task A_column_can_be_written_and_cleared_alone()
    {
        var account = await _client.AccountAsync("Fabrikam");

        await _client.SendAsync("PUT", $"accounts({account})/fax", new { value = "77" });
        var set = await _client.GetAsync($"accounts({account})?$select=fax,_ownerid_value");
        await _client.SendAsync("DELETE", $"accounts({account})/fax");
        var cleared = await _client.GetAsync($"accounts({account})?$select=fax");

        Assert.Equal("77", set.GetProperty("fax").GetString());
        Assert.Equal(JsonValueKind.Null, cleared.GetProperty("fax").ValueKind);
    }

    [Fact]
    public async Task A_table_of_the_platform_cannot_be_written() =>
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await _client.SendAsync("POST", "solutions", new { uniquename = "x" })).Status);

    private async Task PatchAsync(Guid account, object body)
    {
        var answer = await _client.SendAsync("PATCH", $"accounts({account})", body);
        Assert.True(answer.Status == HttpStatusCode.NoContent, answer.Text);
    }
}
