using System.Net;
using BcSalesSync.Sandbox.Tests.BusinessCentral;
using BcSalesSync.Sandbox.Tests.Control;

namespace BcSalesSync.Sandbox.Tests.Limits;

/// <summary>The limits of Business Central online as spec/wire-bc.md, section 4.1 has them.</summary>
public sealed class BcLimitTests : IDisposable
{
    private readonly HandClock _clock = new();
    private BcClient? _bc;

    [Fact]
    public async Task A_request_more_than_the_window_holds_is_refused_without_saying_for_how_long()
    {
        var bc = Open(new SandboxLimits { BcRequests = 2 });
        await AskAsync(bc);
        await AskAsync(bc);

        using var refused = await AskAsync(bc);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Null(refused.Headers.RetryAfter);
        Assert.Contains("Too many requests reached. Actual (3). Maximum (2).", await refused.Content.ReadAsStringAsync());
        _clock.Advance(300);
        await AssertAnswersAsync(bc);
    }

    [Fact]
    public async Task The_members_of_a_batch_count_one_by_one()
    {
        var bc = Open(new SandboxLimits { BcRequests = 5 });
        await bc.BatchAsync(Enumerable.Range(1, 5).Select(number => new { id = $"{number}", method = "GET", url = "companies" }));

        using var refused = await AskAsync(bc);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task A_few_are_worked_on_and_others_wait_for_their_turn()
    {
        var bc = Open(new SandboxLimits { BcConcurrent = 2 }, TimeSpan.FromSeconds(1));
        var asked = Enumerable.Range(0, 3).Select(_ => AskAsync(bc)).ToArray();

        _clock.Advance(1);
        await asked[0];
        await asked[1];
        await WaitingAsync();
        Assert.False(asked[2].IsCompleted);
        _clock.Advance(1);

        Assert.Equal(HttpStatusCode.OK, (await asked[2]).StatusCode);
    }

    [Fact]
    public async Task A_request_beyond_the_queue_is_refused_for_some_seconds()
    {
        var bc = Open(new SandboxLimits { BcConcurrent = 1, BcConnections = 3 }, TimeSpan.FromSeconds(1));
        var asked = Enumerable.Range(0, 3).Select(_ => AskAsync(bc)).ToArray();

        using var refused = await AskAsync(bc);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(8), refused.Headers.RetryAfter!.Delta);
        Assert.Contains("Actual (4). Maximum (3).", await refused.Content.ReadAsStringAsync());
        await FinishAsync(asked);
    }

    [Fact]
    public async Task Whoever_waits_too_long_in_the_queue_is_sent_away()
    {
        var bc = Open(new SandboxLimits { BcConcurrent = 1, BcOperationTime = TimeSpan.FromHours(1) }, TimeSpan.FromMinutes(9));
        var working = AskAsync(bc);
        var waiting = AskAsync(bc);

        _clock.Advance(8 * 60);
        using var refused = await waiting;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        _clock.Advance(60);
        Assert.Equal(HttpStatusCode.OK, (await working).StatusCode);
    }

    [Fact]
    public async Task An_operation_that_takes_too_long_is_undone()
    {
        var bc = await OpenCompanyAsync();
        await bc.FaultAsync(new { system = "bc", method = "POST", when = "delay", delay = 8 * 60 * 1000, times = 1 });
        var creating = bc.RawAsync(HttpMethod.Post, bc.Company + "/customers", new { displayName = "Slow" });

        _clock.Advance(8 * 60);

        Assert.Equal(HttpStatusCode.RequestTimeout, (await creating).StatusCode);
        Assert.DoesNotContain(await bc.ShowRowsAsync("customers"), row => row.GetProperty("displayName").GetString() == "Slow");
    }

    [Fact]
    public async Task The_gateway_gives_up_although_the_server_finishes()
    {
        var bc = await OpenCompanyAsync(concurrent: 1);
        await bc.FaultAsync(new { system = "bc", method = "GET", when = "delay", delay = 6 * 60 * 1000, times = 1 });
        await bc.FaultAsync(new { system = "bc", method = "POST", when = "delay", delay = 6 * 60 * 1000, times = 1 });
        var reading = AskAsync(bc);
        await TimerAsync(TimeSpan.FromMinutes(6));
        var creating = bc.RawAsync(HttpMethod.Post, bc.Company + "/customers", new { displayName = "Slow" });
        await TimerAsync(TimeSpan.FromMinutes(8));

        _clock.Advance(6 * 60);
        await reading;
        await TimerAsync(TimeSpan.FromMinutes(6));
        _clock.Advance(6 * 60);

        Assert.Equal(HttpStatusCode.GatewayTimeout, (await creating).StatusCode);
        Assert.Contains(await bc.ShowRowsAsync("customers"), row => row.GetProperty("displayName").GetString() == "Slow");
    }

    public void Dispose() => _bc?.Dispose();

    private static Task<HttpResponseMessage> AskAsync(BcClient bc) => bc.RawAsync(HttpMethod.Get, "companies");

    private static async Task AssertAnswersAsync(BcClient bc)
    {
        using var answer = await AskAsync(bc);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private BcClient Open(SandboxLimits limits, TimeSpan latency = default) =>
        _bc = new BcClient(new SandboxOptions { TimeProvider = _clock, Limits = limits, Latency = latency });

    private async Task<BcClient> OpenCompanyAsync(int concurrent = 5)
    {
        var bc = Open(new SandboxLimits { BcConcurrent = concurrent });
        await bc.FindCompanyAsync();
        return bc;
    }

    // Whoever left the queue sets its timer on another thread.
    private async Task WaitingAsync()
    {
        while (_clock.Waiting == 0)
        {
            await Task.Yield();
        }
    }

    private async Task TimerAsync(TimeSpan dueIn)
    {
        while (!_clock.HasTimer(dueIn))
        {
            await Task.Yield();
        }
    }

    private async Task FinishAsync(Task<HttpResponseMessage>[] asked)
    {
        foreach (var one in asked)
        {
            await WaitingAsync();
            _clock.Advance(1);
            (await one).Dispose();
        }
    }
}
