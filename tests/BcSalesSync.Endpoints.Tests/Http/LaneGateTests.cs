using BcSalesSync.Endpoints.Http;

namespace BcSalesSync.Endpoints.Tests.Http;

public sealed class LaneGateTests
{
    private readonly List<LanePass> inside = [];

    [Fact]
    public async Task Only_so_many_pass_at_a_time()
    {
        var gate = new LaneGate(2, 2, TimeProvider.System);
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
        var gate = new LaneGate(2, 2, time);
        gate.CloseFor(TimeSpan.FromSeconds(20));
        gate.CloseFor(TimeSpan.FromSeconds(5));

        await gate.EnterAsync(default);

        Assert.Equal([TimeSpan.FromSeconds(20)], time.Pauses);
    }

    [Fact]
    public async Task Cancelling_the_wait_gives_the_place_back()
    {
        var gate = new LaneGate(1, 1, new JumpingTime(TimeSpan.Zero));
        using var cancellation = new CancellationTokenSource();
        gate.CloseFor(TimeSpan.FromHours(1));
        var waiting = gate.EnterAsync(cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        var second = gate.EnterAsync(cancellation.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }

    [Fact]
    public async Task Whoever_gives_up_in_the_queue_takes_no_place()
    {
        var gate = new LaneGate(1, 1, TimeProvider.System);
        using var cancellation = new CancellationTokenSource();
        await gate.EnterAsync(default);
        var impatient = gate.EnterAsync(cancellation.Token);
        var patient = gate.EnterAsync(default);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);

        gate.Leave();

        await patient;
    }

    [Fact]
    public async Task An_overload_halves_the_lanes_but_leaves_one()
    {
        var gate = new LaneGate(8, 8, TimeProvider.System);
        foreach (var left in new[] { 4, 2, 1, 1 })
        {
            gate.Narrow(await PassAsync(gate));
            Assert.Equal(left, await RoomAsync(gate));
        }
    }

    [Fact]
    public async Task Requests_that_were_under_way_together_halve_the_lanes_once()
    {
        var gate = new LaneGate(8, 8, TimeProvider.System);
        var together = new[] { await PassAsync(gate), await PassAsync(gate), await PassAsync(gate) };

        foreach (var pass in together)
            gate.Narrow(pass);

        Assert.Equal(4, await RoomAsync(gate));
    }

    [Fact]
    public async Task Nobody_enters_until_those_inside_fit_the_narrower_lanes()
    {
        var gate = new LaneGate(4, 4, TimeProvider.System);
        for (var i = 0; i < 4; i++)
            inside.Add(await gate.EnterAsync(default));
        gate.Narrow(inside[0]);
        var waiting = gate.EnterAsync(default);

        gate.Leave();
        gate.Leave();
        Assert.False(waiting.IsCompleted);
        gate.Leave();

        await waiting;
    }

    [Fact]
    public async Task Good_answers_widen_the_lanes_one_at_a_time_up_to_where_they_began()
    {
        var gate = new LaneGate(4, 4, TimeProvider.System);
        gate.Narrow(await PassAsync(gate));
        for (var good = 1; good < LaneGate.AnswersPerLane; good++)
            gate.Widen();
        Assert.Equal(2, await RoomAsync(gate));

        gate.Widen();
        Assert.Equal(3, await RoomAsync(gate));

        for (var good = 0; good < 10 * LaneGate.AnswersPerLane; good++)
            gate.Widen();
        Assert.Equal(4, await RoomAsync(gate));
    }

    [Fact]
    public async Task A_lower_recommendation_holds_at_once_and_a_higher_one_is_approached_up_to_the_limit()
    {
        var gate = new LaneGate(8, 12, TimeProvider.System);
        gate.Follow(2);
        Assert.Equal(2, await RoomAsync(gate));

        gate.Follow(50);
        Assert.Equal(2, await RoomAsync(gate));
        for (var good = 0; good < 50 * LaneGate.AnswersPerLane; good++)
            gate.Widen();
        Assert.Equal(12, await RoomAsync(gate));

        gate.Follow(0);
        Assert.Equal(1, await RoomAsync(gate));
    }

    [Fact]
    public async Task A_wider_lane_lets_those_who_wait_in()
    {
        var gate = new LaneGate(2, 2, TimeProvider.System);
        gate.Narrow(await PassAsync(gate));
        await gate.EnterAsync(default);
        var waiting = gate.EnterAsync(default);

        for (var good = 0; good < LaneGate.AnswersPerLane; good++)
            gate.Widen();

        await waiting;
    }

    private static async Task<LanePass> PassAsync(LaneGate gate)
    {
        var pass = await gate.EnterAsync(default);
        gate.Leave();
        return pass;
    }

    // How many get in; they are out again afterwards.
    private static async Task<int> RoomAsync(LaneGate gate)
    {
        using var cancellation = new CancellationTokenSource();
        var entered = 0;
        for (var next = gate.EnterAsync(cancellation.Token); next.IsCompletedSuccessfully; next = gate.EnterAsync(cancellation.Token))
            entered++;
        await cancellation.CancelAsync();
        for (var i = 0; i < entered; i++)
            gate.Leave();
        return entered;
    }
}
