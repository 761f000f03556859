using System.Net;
using System.Text.Json;

namespace BcSalesSync.Sandbox.Tests.Sales;

public sealed class ChangeTrackingTests : IDisposable
{
    private const string Start = "accounts?$select=name,statecode";
    private const string Tracking = "odata.track-changes";

    private readonly SalesClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task The_first_read_gives_everything_and_a_link_to_what_comes_next()
    {
        var answer = await _client.SendAsync("GET", Start, null, ("Prefer", $"{Tracking},odata.maxpagesize=5000"));

        Assert.Equal("odata.track-changes,odata.maxpagesize=5000", answer.Headers["Preference-Applied"]);
        Assert.Equal(10, answer.Json.GetProperty("value").GetArrayLength());
        Assert.Contains("$deltatoken=", DeltaOf(answer.Json), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_changed_is_an_empty_answer_with_a_new_link()
    {
        var delta = DeltaOf(await _client.GetAsync(Start, Tracking));

        var answer = await _client.GetAsync(delta);

        Assert.Equal(0, answer.GetProperty("value").GetArrayLength());
        Assert.EndsWith("/$delta", answer.GetProperty("@odata.context").GetString(), StringComparison.Ordinal);
        Assert.Contains("$select=name,statecode&$deltatoken=", DeltaOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Written_rows_come_before_deleted_ones()
    {
        var delta = DeltaOf(await _client.GetAsync(Start, Tracking));
        var deleted = await _client.AccountAsync("Trey Research");
        var changed = await _client.AccountAsync("Fabrikam");
        await _client.SendAsync("DELETE", $"accounts({deleted})");
        await _client.SendAsync("PATCH", $"accounts({changed})", new { fax = "9" });
        var created = await _client.CreateAsync("accounts", new { name = "Brand New" });

        var value = (await _client.GetAsync(delta)).GetProperty("value");

        Assert.Equal([changed, created], [value[0].GetProperty("accountid").GetGuid(), value[1].GetProperty("accountid").GetGuid()]);
        Assert.Equal(deleted, value[2].GetProperty("id").GetGuid());
        Assert.Equal("deleted", value[2].GetProperty("reason").GetString());
        Assert.EndsWith("$metadata#accounts/$deletedEntity", value[2].GetProperty("@odata.context").GetString(), StringComparison.Ordinal);
        Assert.Equal(3, value.GetArrayLength());
    }

    [Fact]
    public async Task A_row_created_and_deleted_in_between_appears_as_deleted_only()
    {
        var delta = DeltaOf(await _client.GetAsync(Start, Tracking));
        var id = await _client.CreateAsync("accounts", new { name = "Short" });
        await _client.SendAsync("DELETE", $"accounts({id})");

        var change = Assert.Single((await _client.GetAsync(delta)).GetProperty("value").EnumerateArray());

        Assert.Equal(id, change.GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task A_row_deleted_and_created_again_appears_as_written_only()
    {
        var delta = DeltaOf(await _client.GetAsync(Start, Tracking));
        var id = await _client.AccountAsync("Fabrikam");
        await _client.SendAsync("DELETE", $"accounts({id})");
        await _client.SendAsync("POST", "accounts", new { accountid = id, name = "Fabrikam" });

        var change = Assert.Single((await _client.GetAsync(delta)).GetProperty("value").EnumerateArray());

        Assert.Equal(id, change.GetProperty("accountid").GetGuid());
    }

    [Fact]
    public async Task Changes_come_in_pages_and_what_happens_meanwhile_comes_next_time()
    {
        var delta = DeltaOf(await _client.GetAsync(Start, Tracking));
        var ids = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add(await _client.CreateAsync("accounts", new { name = $"Paged {i}" }));
        }

        await _client.SendAsync("DELETE", $"accounts({await _client.AccountAsync("Fabrikam")})");
        await _client.SendAsync("DELETE", $"accounts({await _client.AccountAsync("Trey Research")})");

        var pages = new List<JsonElement> { await _client.GetAsync(delta, "odata.maxpagesize=2") };
        var late = await _client.CreateAsync("accounts", new { name = "Late" });
        while (pages[^1].TryGetProperty("@odata.nextLink", out var next))
        {
            Assert.False(pages[^1].TryGetProperty("@odata.deltaLink", out _));
            pages.Add(await _client.GetAsync(next.GetString()!, "odata.maxpagesize=2"));
        }

        var changes = pages.SelectMany(page => page.GetProperty("value").EnumerateArray()).ToList();
        var after = await _client.GetAsync(DeltaOf(pages[^1]));
        Assert.Equal(4, pages.Count);
        Assert.Equal(ids, changes.Take(5).Select(change => change.GetProperty("accountid").GetGuid()));
        Assert.All(changes.Skip(5), change => Assert.Equal("deleted", change.GetProperty("reason").GetString()));
        Assert.Equal(late, Assert.Single(after.GetProperty("value").EnumerateArray()).GetProperty("accountid").GetGuid());
    }

    [Fact]
    public async Task The_first_read_in_pages_loses_no_change_made_meanwhile()
    {
        var page = await _client.GetAsync(Start, $"{Tracking},odata.maxpagesize=3");
        var seen = page.GetProperty("value")[0].GetProperty("accountid").GetGuid();
        await _client.SendAsync("PATCH", $"accounts({seen})", new { fax = "1" });
        var rows = 3;
        while (page.TryGetProperty("@odata.nextLink", out var next))
        {
            page = await _client.GetAsync(next.GetString()!, $"{Tracking},odata.maxpagesize=3");
            rows += page.GetProperty("value").GetArrayLength();
        }

        var changes = await _client.GetAsync(DeltaOf(page));

        Assert.Equal(10, rows);
        Assert.Equal(seen, Assert.Single(changes.GetProperty("value").EnumerateArray()).GetProperty("accountid").GetGuid());
    }

    [Fact]
    public async Task Changes_can_be_counted()
    {
        var delta = DeltaOf(await _client.GetAsync(Start, Tracking));
        await _client.CreateAsync("accounts", new { name = "One" });

        var address = "accounts/$count?" + delta[delta.IndexOf("$deltatoken", StringComparison.Ordinal)..];

        Assert.Equal("1", (await _client.SendAsync("GET", address)).Text);
    }

    [Fact]
    public async Task A_token_expires_after_the_days_the_organisation_keeps()
    {
        var delta = DeltaOf(await _client.GetAsync(Start, Tracking));

        await _client.ControlAsync("clock", new { advance = "P6D" });
        await _client.GetAsync(delta);
        await _client.ControlAsync("clock", new { advance = "P2D" });

        (await _client.SendAsync("GET", delta)).Refuses(HttpStatusCode.BadRequest, "0x80044352");
    }

    [Theory]
    [InlineData("$filter=statecode eq 0", "filter")]
    [InlineData("$orderby=name", "orderby")]
    [InlineData("$top=1", "top")]
    [InlineData("$expand=primarycontactid($select=fullname)", "expand")]
    public async Task Other_options_are_refused_under_tracking(string option, string name)
    {
        var answer = await _client.SendAsync("GET", $"accounts?$select=name&{option}", null, ("Prefer", Tracking));

        answer.Refuses(HttpStatusCode.BadRequest, "0x80060888");
        Assert.Equal($"The \"{name}\" query parameter isn't supported when Change Tracking is enabled.", answer.Message);
    }

    [Fact]
    public async Task A_table_without_tracking_says_so() =>
        (await _client.SendAsync("GET", "solutions?$select=version", null, ("Prefer", Tracking))).Refuses(
            HttpStatusCode.BadRequest, "0x80072491");

    [Fact]
    public async Task A_silent_change_is_seen_as_well()
    {
        var delta = DeltaOf(await _client.GetAsync(Start, Tracking));
        var id = await _client.AccountAsync("Fabrikam");
        await _client.ControlAsync("rows", new
        {
            system = "sales", set = "accounts", silent = true, rows = new[] { new { accountid = id, modifiedon = "2020-01-01T00:00:00Z" } },
        });

        Assert.Equal(
            id, Assert.Single((await _client.GetAsync(delta)).GetProperty("value").EnumerateArray()).GetProperty("accountid").GetGuid());
    }

    private static string DeltaOf(JsonElement answer) => answer.GetProperty("@odata.deltaLink").GetString()!;
}
