using BcSalesSync.Endpoints.Http;

namespace BcSalesSync.Endpoints.Tests.Http;

/// <summary>The gate stays below what the service allows within a window.</summary>
public sealed class LaneBudgetTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(300);
    private readonly JumpingTime time = new(TimeSpan.FromHours(1));

    [Fact]
    public async Task As_many_requests_as_the_window_holds_pass_at_once_and_the_next_one_when_the_first_has_left_it()
    {
        var gate = Gate(requests: 10);
        await PassAsync(gate);
        time.Advance(TimeSpan.FromSeconds(100));
        for (var i = 0; i < 9; i++)
            await PassAsync(gate);
        Assert.Empty(time.Pauses);

        await PassAsync(gate);
        Assert.Equal([TimeSpan.FromSeconds(200)], time.Pauses);

        await PassAsync(gate);
        Assert.Equal([TimeSpan.FromSeconds(200), TimeSpan.FromSeconds(100)], time.Pauses);
    }

    [Fact]
    public async Task A_little_of_what_the_service_allows_is_left_to_others()
    {
        var gate = Gate(requests: 6000);
        for (var i = 0; i < 5700; i++)
            await PassAsync(gate);
        Assert.Empty(time.Pauses);

        await PassAsync(gate);

        Assert.Equal([Window], time.Pauses);
    }

    [Fact]
    public async Task A_request_counts_from_its_beginning_until_a_window_after_its_end()
    {
        var gate = Gate(requests: 1);
        var pass = await gate.EnterAsync(this, 1, default);
        time.Advance(TimeSpan.FromSeconds(400));
        var waiting = gate.EnterAsync(this, 1, default);
        Assert.False(waiting.IsCompleted);

        gate.Leave(pass);

        await waiting;
        Assert.Equal([Window], time.Pauses);
    }

    [Fact]
    public async Task A_batch_uses_as_much_as_it_has_members()
    {
        var gate = Gate(requests: 10);
        gate.Leave(await gate.EnterAsync(this, 6, default));

        gate.Leave(await gate.EnterAsync(this, 5, default));

        Assert.Equal([Window], time.Pauses);
    }

    [Fact]
    public async Task A_batch_of_more_than_a_window_holds_goes_alone()
    {
        var gate = Gate(requests: 10);
        gate.Leave(await gate.EnterAsync(this, 50, default));
        await PassAsync(gate);

        Assert.Equal([Window], time.Pauses);
        gate.Leave(await gate.EnterAsync(this, 50, default));
        Assert.Equal([Window, Window], time.Pauses);
    }

    [Fact]
    public async Task Execution_time_is_kept_below_what_the_window_holds()
    {
        var gate = Gate(execution: 100);
        for (var i = 0; i < 3; i++)
            await WorkAsync(gate, 30);
        Assert.Empty(time.Pauses);

        // The fourth one is expected to take half a minute as well: the first has to leave the window, which began thirty seconds in.
        await PassAsync(gate);

        Assert.Equal([TimeSpan.FromSeconds(240)], time.Pauses);
    }

    [Fact]
    public async Task What_is_under_way_is_expected_to_take_as_long_as_what_went_before()
    {
        var gate = Gate(execution: 40);
        await WorkAsync(gate, 15);
        time.Advance(Window);
        var first = await gate.EnterAsync(this, 1, default);
        await gate.EnterAsync(this, 1, default);

        var third = gate.EnterAsync(this, 1, default);
        Assert.False(third.IsCompleted);
        gate.Leave(first);

        await third;
    }

    [Fact]
    public async Task Whoever_gives_up_leaves_its_share_to_those_behind()
    {
        var gate = Gate(requests: 10);
        using var cancellation = new CancellationTokenSource();
        await gate.EnterAsync(this, 6, default);
        var heavy = gate.EnterAsync(this, 5, cancellation.Token);
        var light = gate.EnterAsync(this, 1, default);
        Assert.False(light.IsCompleted);

        await cancellation.CancelAsync();

        await light;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => heavy);
    }

    private async Task PassAsync(LaneGate gate) => gate.Leave(await gate.EnterAsync(this, 1, default));

    private async Task WorkAsync(LaneGate gate, int seconds)
    {
        var pass = await gate.EnterAsync(this, 1, default);
        time.Advance(TimeSpan.FromSeconds(seconds));
        gate.Leave(pass);
    }

    private LaneGate Gate(int? requests = null, int? execution = null) => new(new HttpSettings
    {
        Time = time,
        Limits = new LaneLimits
        {
            Window = Window, Requests = requests, ExecutionTime = execution is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        },
    });
}
