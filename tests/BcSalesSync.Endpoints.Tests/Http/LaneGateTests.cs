using BcSalesSync.Endpoints.Http;

namespace BcSalesSync.Endpoints.Tests.Http;

public sealed class LaneGateTests
{
    [Fact]
    public async Task Only_so_many_pass_at_a_time()
    {
        using var gate = new LaneGate(2, TimeProvider.System);
        await gate.EnterAsync(default);
        await gate.EnterAsync(default);

        var third = gate.EnterAsync(default);
        Assert.False(third.IsCompleted);
        gate.Leave();

        await third;
    }

    [Fact]
    public async Task A_closed_lane_holds_everybody_back()
    {
        var time = new JumpingTime(TimeSpan.FromMinutes(1));
        using var gate = new LaneGate(2, time);
        gate.CloseFor(TimeSpan.FromSeconds(20));
        gate.CloseFor(TimeSpan.FromSeconds(5));

        await gate.EnterAsync(default);

        Assert.Equal([TimeSpan.FromSeconds(20)], time.Pauses);
    }

    [Fact]
    public async Task Cancelling_the_wait_gives_the_place_back()
    {
        using var gate = new LaneGate(1, new JumpingTime(TimeSpan.Zero));
        using var cancellation = new CancellationTokenSource();
        gate.CloseFor(TimeSpan.FromHours(1));
        var waiting = gate.EnterAsync(cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        var second = gate.EnterAsync(cancellation.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }
}
