using System.Net;
using BcSalesSync.Sandbox.Tests.Sales;

namespace BcSalesSync.Sandbox.Tests.Limits;

/// <summary>Service protection as spec/wire-dataverse.md, section 5.1 has it.</summary>
public sealed class SalesLimitTests : IDisposable
{
    private readonly HandClock _clock = new();
    private SalesClient? _sales;

    [Fact]
    public async Task A_request_more_than_the_window_holds_is_refused_until_the_oldest_has_left_it()
    {
        var sales = Open(new SandboxLimits { SalesRequests = 2 });
        await AskAsync(sales);
        _clock.Advance(100);
        await AskAsync(sales);

        var refused = await AskAsync(sales);

        refused.Refuses(HttpStatusCode.TooManyRequests, "0x80072322");
        Assert.Equal("Number of requests exceeded the limit of 2 over time window of 300 seconds.", refused.Message);
        Assert.Equal("200", refused.Headers["Retry-After"]);
        _clock.Advance(200);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(sales)).Status);
    }

    [Fact]
    public async Task Whoever_comes_back_too_early_waits_longer()
    {
        var sales = Open(new SandboxLimits { SalesRequests = 1 });
        await AskAsync(sales);
        await AskAsync(sales);
        _clock.Advance(200);

        Assert.Equal("101", (await AskAsync(sales)).Headers["Retry-After"]);
        _clock.Advance(100);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(sales)).Status);
    }

    [Fact]
    public async Task More_execution_time_than_the_window_holds_is_refused()
    {
        var sales = Open(new SandboxLimits { SalesExecutionTime = TimeSpan.FromSeconds(1200) }, TimeSpan.FromSeconds(150));
        for (var round = 0; round < 2; round++)
        {
            var together = new[] { AskAsync(sales), AskAsync(sales), AskAsync(sales), AskAsync(sales) };
            _clock.Advance(150);
            await Task.WhenAll(together);
        }

        var refused = await AskAsync(sales);

        refused.Refuses(HttpStatusCode.TooManyRequests, "0x80072321");
        Assert.StartsWith(
            "Combined execution time of incoming requests exceeded limit of 1,200,000 milliseconds over time window of 300 seconds.",
            refused.Message,
            StringComparison.Ordinal);
        Assert.Equal("150", refused.Headers["Retry-After"]);
    }

    [Fact]
    public async Task A_request_too_many_at_a_time_is_refused()
    {
        var sales = Open(new SandboxLimits { SalesConcurrent = 2 }, TimeSpan.FromSeconds(1));
        var working = new[] { AskAsync(sales), AskAsync(sales) };

        var refused = await AskAsync(sales);

        refused.Refuses(HttpStatusCode.TooManyRequests, "0x80072326");
        Assert.Equal("Number of concurrent requests exceeded the limit of 2.", refused.Message);
        Assert.Equal("5", refused.Headers["Retry-After"]);
        _clock.Advance(1);
        Assert.All(await Task.WhenAll(working), answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        _clock.Advance(4);
        var later = AskAsync(sales);
        _clock.Advance(1);
        Assert.Equal(HttpStatusCode.OK, (await later).Status);
    }

    [Fact]
    public async Task Every_answer_tells_what_is_left()
    {
        var sales = Open(new SandboxLimits { SalesDopHint = 3 }, TimeSpan.FromSeconds(2));
        var first = AskAsync(sales);
        _clock.Advance(2);
        await first;
        var second = AskAsync(sales);
        _clock.Advance(2);
        var headers = (await second).Headers;

        Assert.Equal("5998", headers["x-ms-ratelimit-burst-remaining-xrm-requests"]);
        Assert.Equal("1,198.00", headers["x-ms-ratelimit-time-remaining-xrm-requests"]);
        Assert.Equal("3", headers["x-ms-dop-hint"]);
    }

    [Fact]
    public async Task Each_identity_has_limits_of_its_own()
    {
        var sales = Open(new SandboxLimits { SalesRequests = 1 });
        await AskAsync(sales);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(sales)).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(sales, "Bearer another")).Status);
    }

    [Fact]
    public async Task Refused_requests_are_counted_by_system_until_the_counters_are_cleared()
    {
        var sales = Open(new SandboxLimits { SalesRequests = 1 });
        await AskAsync(sales);
        await AskAsync(sales);
        await AskAsync(sales);

        Assert.Equal("""{"sales":2}""", await RejectedAsync(sales));
        await sales.SendAsync("DELETE", "/sandbox/requests");
        Assert.Equal("{}", await RejectedAsync(sales));
    }

    [Fact]
    public async Task A_reset_forgets_what_was_used_up()
    {
        var sales = Open(new SandboxLimits { SalesRequests = 1 });
        await AskAsync(sales);
        await sales.ControlAsync("reset", new { });

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(sales)).Status);
    }

    [Fact]
    public async Task Without_limits_nothing_is_refused()
    {
        var sales = Open(null);
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(sales)).Status);
        }
    }

    public void Dispose() => _sales?.Dispose();

    private static Task<Answer> AskAsync(SalesClient sales, string? authorization = null) =>
        sales.SendAsync("GET", "WhoAmI", null, authorization is null ? [] : [("Authorization", authorization)]);

    private static async Task<string> RejectedAsync(SalesClient sales) =>
        (await sales.SendAsync("GET", "/sandbox/requests")).Json.GetProperty("rejected").GetRawText();

    private SalesClient Open(SandboxLimits? limits, TimeSpan latency = default) =>
        _sales = new SalesClient(new SandboxOptions { TimeProvider = _clock, Limits = limits, Latency = latency });
}
