using System.Net;
using BcSalesSync.Sandbox.Tests.BusinessCentral;

namespace BcSalesSync.Sandbox.Tests.Control;

public sealed class ControlApiTests
{
    [Fact]
    public async Task Requests_are_counted_by_system_method_and_set()
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.SendAsync(HttpMethod.Delete, "/sandbox/requests");
        await bc.RowsAsync("customers");
        await bc.RowsAsync("customers", "?$top=1");
        await bc.BatchAsync([Get("1", bc.Company + "/contacts"), Get("2", bc.Company + "/contacts"), Get("3", bc.Company + "/customers")]);
        var answer = await bc.ShowAsync("requests");
        Assert.Equal(3, answer.GetProperty("total").GetInt32());
        Assert.Equal(
            ["bc POST $batch 1 0", "bc GET contacts 0 2", "bc GET customers 2 3"],
            answer.GetProperty("counts").EnumerateArray().Select(count =>
                $"{count.GetProperty("system")} {count.GetProperty("method")} {count.GetProperty("set")} "
                + $"{count.GetProperty("requests")} {count.GetProperty("operations")}"));
    }

    [Fact]
    public async Task A_reset_brings_back_the_seed_and_clears_counters_and_faults()
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.SendAsync(HttpMethod.Post, bc.Company + "/customers", new { displayName = "Gone after the reset" });
        await bc.FaultAsync(new { system = "bc", status = 503 });
        await bc.PostAsync("reset", new { seed = "scale:10" });
        Assert.Equal(0, (await bc.ShowAsync("requests")).GetProperty("total").GetInt32());
        Assert.Equal(10, (await bc.RowsAsync("customers")).Count);
        Assert.Equal(12, (await bc.RowsAsync("contacts")).Count);
        var (status, _) = await bc.SendAsync(HttpMethod.Post, "/sandbox/reset", new { seed = "nosuch" });
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(10, (await bc.RowsAsync("customers")).Count);
    }

    [Fact]
    public async Task The_clock_can_be_set_advanced_and_pulled_apart()
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.PostAsync("clock", new { now = "2026-01-01T00:00:00Z" });
        await bc.PostAsync("clock", new { advance = "PT1H" });
        var answer = await bc.PostAsync("clock", new { salesOffset = "-PT5M" });
        var now = answer.GetProperty("now").GetDateTimeOffset();
        Assert.Equal(new DateTime(2026, 1, 1, 1, now.Minute, 0), now.UtcDateTime.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)));
        Assert.InRange(now - answer.GetProperty("salesNow").GetDateTimeOffset(), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(6));
        var customer = await bc.AsUserAsync("customers", new { displayName = "Born then" });
        Assert.StartsWith("2026-01-01T01:", customer.GetProperty("systemModifiedAt").GetString());
    }

    [Fact]
    public async Task A_silent_row_keeps_the_stamp_it_is_given_and_gets_a_new_version()
    {
        using var bc = await BcClient.ConnectAsync();
        var before = (await bc.ShowRowsAsync("customers")).First(row => row.GetProperty("number").GetString() == "C10000");
        var answer = await bc.SilentlyAsync(
            "customers", new { number = "C10000", systemModifiedAt = "2020-05-05T05:05:05.5Z", salespersonCode = "NOPE" });
        var row = answer.GetProperty("rows")[0];
        Assert.Equal("2020-05-05T05:05:05.5Z", row.GetProperty("systemModifiedAt").GetString());
        Assert.Equal(before.GetProperty("id").GetString(), row.GetProperty("id").GetString());
        Assert.True(row.GetProperty("systemRowVersion").GetInt64() > before.GetProperty("systemRowVersion").GetInt64());
        Assert.Equal("NOPE", (await bc.CustomerAsync("C10000")).GetProperty("salespersonCode").GetString());
    }

    [Fact]
    public async Task A_row_written_as_a_user_is_held_to_the_rules()
    {
        using var bc = await BcClient.ConnectAsync();
        var (status, body) = await bc.SendAsync(
            HttpMethod.Post, "/sandbox/rows",
            new { system = "bc", set = "customers", rows = new[] { new { number = "C10000", salespersonCode = "NOPE" } } });
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.StartsWith("Internal_InvalidTableRelation: ", BcClient.MessageOf(body));
    }

    [Fact]
    public async Task A_row_can_be_removed_as_a_user_would()
    {
        using var bc = await BcClient.ConnectAsync();
        var id = (await bc.CustomerAsync("C90000")).GetProperty("id").GetString();
        var (status, _) = await bc.SendAsync(HttpMethod.Delete, $"/sandbox/rows?system=bc&set=customers&id={id}");
        Assert.Equal(HttpStatusCode.NoContent, status);
        Assert.Equal("C90000", Assert.Single(await bc.ShowRowsAsync("deletedRecords"), row => row.GetProperty("tableId").GetInt32() == 18)
            .GetProperty("number").GetString());
        var (again, _) = await bc.SendAsync(HttpMethod.Delete, $"/sandbox/rows?system=bc&set=customers&id={id}");
        Assert.Equal(HttpStatusCode.NotFound, again);
    }

    [Theory]
    [InlineData("events", "{\"type\":\"countCash\",\"no\":\"1\"}", "The event type 'countCash' is not available")]
    [InlineData("rows", "{\"system\":\"bc\",\"set\":\"itemVariants\",\"rows\":[]}", "The system bc has no set 'itemVariants'.")]
    [InlineData("rows", "{\"system\":\"crm\",\"set\":\"items\",\"rows\":[]}", "'system' must be one of")]
    [InlineData("rows", "{\"system\":\"bc\",\"set\":\"customers\",\"silent\":true,\"rows\":[{\"nme\":\"x\"}]}",
        "The set customers has no column 'nme'.")]
    [InlineData("faults", "{\"rules\":[{\"statsu\":503}]}", "The body does not fit this request")]
    [InlineData("clock", "{\"advance\":\"1 hour\"}", "'1 hour' is not an ISO 8601 duration")]
    public async Task A_mistake_is_answered_with_what_is_wrong(string request, string body, string expected)
    {
        using var bc = new BcClient();
        var (status, answer) = await bc.SendAsync(HttpMethod.Post, "/sandbox/" + request, body);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.StartsWith(expected, BcClient.MessageOf(answer));
    }

    private static object Get(string id, string url) => new { id, method = "GET", url };
}
