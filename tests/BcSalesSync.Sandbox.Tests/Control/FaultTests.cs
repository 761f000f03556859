using System.Net;
using BcSalesSync.Sandbox.Tests.BusinessCentral;

namespace BcSalesSync.Sandbox.Tests.Control;

public sealed class FaultTests
{
    [Fact]
    public async Task A_fault_before_the_request_answers_in_the_systems_form_and_applies_nothing()
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.FaultAsync(new { system = "bc", method = "POST", path = "customers", status = 429, retryAfter = 2, times = 1,
            when = "before" });
        using var refused = await bc.RawAsync(HttpMethod.Post, bc.Company + "/customers", new { displayName = "X" });
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(2), refused.Headers.RetryAfter!.Delta);
        Assert.Contains("Application_TooManyRequests", await refused.Content.ReadAsStringAsync());
        Assert.Equal(9, (await bc.RowsAsync("customers")).Count);
        var (status, _) = await bc.SendAsync(HttpMethod.Post, bc.Company + "/customers", new { displayName = "X" });
        Assert.Equal(HttpStatusCode.Created, status);
    }

    [Fact]
    public async Task An_outage_answers_in_html()
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.FaultAsync(new { system = "bc", status = 503, retryAfter = 30, times = 1 });
        using var response = await bc.RawAsync(HttpMethod.Get, "companies");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_fault_after_the_request_applies_it_and_drops_the_connection()
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.FaultAsync(new { system = "bc", method = "POST", path = "customers", times = 1, when = "after" });
        await Assert.ThrowsAnyAsync<HttpRequestException>(() =>
            bc.RawAsync(HttpMethod.Post, bc.Company + "/customers", new { displayName = "X" }));
        Assert.Equal(10, (await bc.RowsAsync("customers")).Count);
    }

    [Fact]
    public async Task A_fault_can_strike_a_member_of_a_batch_and_let_the_rest_through()
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.FaultAsync(new { system = "bc", method = "POST", path = "customers", status = 503, times = 1, skip = 1,
            operation = true });
        var answers = await bc.BatchAsync(Creates(bc, 3), ("Prefer", "odata.continue-on-error"));
        Assert.Equal([201, 503, 201], answers.EnumerateArray().Select(answer => answer.GetProperty("status").GetInt32()));
    }

    [Fact]
    public async Task A_connection_dropped_within_a_batch_keeps_the_members_done_so_far()
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.FaultAsync(new { system = "bc", method = "POST", path = "customers", times = 1, skip = 1, operation = true,
            when = "after" });
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => bc.BatchAsync(Creates(bc, 3), ("Prefer", "odata.continue-on-error")));
        Assert.Equal(11, (await bc.RowsAsync("customers")).Count);
    }

    [Fact]
    public async Task A_poisoned_row_is_refused_until_the_faults_are_cleared()
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.FaultAsync(new
        {
            system = "bc", set = "customers", rowMatch = new { displayName = "Poison" }, status = 400, code = "Application_DialogException",
            message = "Not this one.",
        });
        var (status, body) = await bc.SendAsync(HttpMethod.Post, bc.Company + "/customers", new { displayName = "Poison" });
        Assert.Equal((HttpStatusCode.BadRequest, "Application_DialogException"), (status, BcClient.CodeOf(body)));
        var (other, _) = await bc.SendAsync(HttpMethod.Post, bc.Company + "/customers", new { displayName = "Wholesome" });
        Assert.Equal(HttpStatusCode.Created, other);
        await bc.SendAsync(HttpMethod.Delete, "/sandbox/faults");
        var (cleared, _) = await bc.SendAsync(HttpMethod.Post, bc.Company + "/customers", new { displayName = "Poison" });
        Assert.Equal(HttpStatusCode.Created, cleared);
    }

    private static IEnumerable<object> Creates(BcClient bc, int count) => Enumerable.Range(1, count).Select(i =>
        (object)new { id = $"{i}", method = "POST", url = bc.Company + "/customers?$select=id", body = new { displayName = $"New {i}" } });
}
