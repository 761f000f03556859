using System.Net;

namespace BcSalesSync.Sandbox.Tests.Sales;

public sealed class MultipleTests : IDisposable
{
    private const string First = "1c2d3e4f-6666-4b5c-8d6e-7f8091a2b303";
    private const string Second = "1c2d3e4f-6666-4b5c-8d6e-7f8091a2b304";

    private readonly SalesClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task All_rows_are_created_in_order()
    {
        var answer = await SendAsync("CreateMultiple", Contact(First, "Lena"), Contact(Second, "Piet"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal([First, Second], answer.Json.GetProperty("Ids").EnumerateArray().Select(id => id.GetString()));
    }

    [Fact]
    public async Task One_bad_row_leaves_none_behind()
    {
        var tooLong = await SendAsync("CreateMultiple", Contact(First, "Lena"), Contact(Second, new string('x', 51)));

        tooLong.Refuses(HttpStatusCode.BadRequest, "0x80044331");
        Assert.Equal(HttpStatusCode.NotFound, (await _client.SendAsync("GET", $"contacts({First})")).Status);
    }

    [Fact]
    public async Task An_id_that_exists_refuses_the_set()
    {
        await SendAsync("CreateMultiple", Contact(Second, "Piet"));

        var answer = await SendAsync("CreateMultiple", Contact(First, "Lena"), Contact(Second, "Piet"));

        answer.Refuses(HttpStatusCode.PreconditionFailed, "0x80040237");
        Assert.Equal("Cannot insert duplicate key.", answer.Message);
    }

    [Fact]
    public async Task Every_row_names_its_type()
    {
        var row = Contact(First, "Lena");
        row.Remove("@odata.type");

        (await SendAsync("CreateMultiple", row)).Refuses(HttpStatusCode.BadRequest, "0x80048d19");
    }

    [Fact]
    public async Task An_update_of_a_missing_row_changes_nothing()
    {
        await SendAsync("CreateMultiple", Contact(First, "Lena"));

        var answer = await SendAsync("UpdateMultiple", Contact(First, "Leni"), Contact(Second, "Piet"));

        answer.Refuses(HttpStatusCode.NotFound, "0x80040217");
        Assert.Equal($"Contact With Ids = {Second} Do Not Exist", answer.Message);
        Assert.Equal("Lena", (await _client.GetAsync($"contacts({First})?$select=firstname")).GetProperty("firstname").GetString());
    }

    [Fact]
    public async Task All_rows_are_updated()
    {
        await SendAsync("CreateMultiple", Contact(First, "Lena"), Contact(Second, "Piet"));

        var answer = await SendAsync("UpdateMultiple", Contact(First, "Leni"), Contact(Second, "Pit"));

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal("Pit Sample", (await _client.GetAsync($"contacts({Second})?$select=fullname")).GetProperty("fullname").GetString());
    }

    [Fact]
    public async Task An_upsert_creates_what_is_missing_and_updates_the_rest()
    {
        await SendAsync("CreateMultiple", Contact(First, "Lena"));
        var byAddress = Contact(Second, "Piet");
        byAddress.Remove("contactid");
        byAddress["@odata.id"] = $"contacts({Second})";

        var answer = await SendAsync("UpsertMultiple", Contact(First, "Leni"), byAddress);

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal("Leni", (await _client.GetAsync($"contacts({First})?$select=firstname")).GetProperty("firstname").GetString());
        Assert.Equal("Piet", (await _client.GetAsync($"contacts({Second})?$select=firstname")).GetProperty("firstname").GetString());
    }

    [Fact]
    public async Task The_same_row_twice_ends_in_a_deadlock()
    {
        await SendAsync("CreateMultiple", Contact(First, "Lena"));

        (await SendAsync("UpdateMultiple", Contact(First, "A"), Contact(First, "B"))).Refuses(
            HttpStatusCode.InternalServerError, "0x80044150");
    }

    [Fact]
    public async Task A_table_without_bulk_support_does_not_know_the_message()
    {
        var answer = await _client.SendAsync(
            "POST", "transactioncurrencies/Microsoft.Dynamics.CRM.CreateMultiple", new { Targets = Array.Empty<object>() });

        answer.Refuses(HttpStatusCode.NotFound, "0x80060888");
    }

    [Fact]
    public async Task A_poisoned_row_spoils_its_set_until_the_fault_is_cleared()
    {
        await _client.ControlAsync("faults", new
        {
            rules = new[]
            {
                new { system = "sales", set = "contacts", rowMatch = new { firstname = "Poison" }, status = 400, code = "0x80040265" },
            },
        });

        (await SendAsync("CreateMultiple", Contact(First, "Lena"), Contact(Second, "Poison"))).Refuses(
            HttpStatusCode.BadRequest, "0x80040265");
        Assert.Equal(HttpStatusCode.NotFound, (await _client.SendAsync("GET", $"contacts({First})")).Status);
        await _client.SendAsync("DELETE", "/sandbox/faults");
        Assert.Equal(HttpStatusCode.OK, (await SendAsync("CreateMultiple", Contact(Second, "Poison"))).Status);
    }

    private static Dictionary<string, object> Contact(string id, string first) => new()
    {
        ["@odata.type"] = "Microsoft.Dynamics.CRM.contact", ["contactid"] = id, ["firstname"] = first, ["lastname"] = "Sample",
    };

    private Task<Answer> SendAsync(string message, params object[] targets) =>
        _client.SendAsync("POST", $"contacts/Microsoft.Dynamics.CRM.{message}", new { Targets = targets });
}
