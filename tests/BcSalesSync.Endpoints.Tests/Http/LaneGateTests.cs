using BcSalesSync.Endpoints.Http;

namespace BcSalesSync.Endpoints.Tests.Http;

public sealed class LaneGateTests
{
    private readonly List<LanePass> inside = [];

    [Fact]
    public async Task Only_so_many_pass_at_a_time()
    {
        var gate = Gate(2, 2, TimeProvider.System);
        var first = await gate.EnterAsync(this, 1, default);
        await gate.EnterAsync(this, 1, default);

        var third = gate.EnterAsync(this, 1, default);
        Assert.False(third.IsCompleted);
        gate.Leave(first);

        await third;
    }

    [Fact]
    public async Task A_closed_lane_holds_everybody_back()
    {
        var time = new JumpingTime(TimeSpan.FromMinutes(1));
        var gate = Gate(2, 2, time);
        gate.CloseFor(TimeSpan.FromSeconds(20));
        gate.CloseFor(TimeSpan.FromSeconds(5));

        await gate.EnterAsync(this, 1, default);

        Assert.Equal([TimeSpan.FromSeconds(20)], time.Pauses);
    }

    [Fact]
    public async Task After_a_pause_no_more_pass_than_the_narrower_lanes_hold()
    {
        var gate = Gate(4, 4, new JumpingTime(TimeSpan.FromMinutes(1)));
        var first = await gate.EnterAsync(this, 1, default);
        gate.CloseFor(TimeSpan.FromSeconds(20));
        gate.Narrow(first);
        gate.Leave(first);

        var entering = Enumerable.Range(0, 4).Select(_ => gate.EnterAsync(this, 1, default)).ToList();

        await Task.WhenAll(entering[0], entering[1]);
        Assert.False(entering[2].IsCompleted);
        Assert.False(entering[3].IsCompleted);
    }

    [Fact]
    public async Task Nobody_waits_for_a_pause_that_is_too_long()
    {
        var gate = new LaneGate(new HttpSettings { Concurrency = 1, Time = new JumpingTime(TimeSpan.Zero) });
        var inside = await gate.EnterAsync(this, 1, default);
        var waiting = gate.EnterAsync(this, 1, default);

        gate.CloseFor(TimeSpan.FromHours(1));

        Assert.Equal(TimeSpan.FromHours(1), (await Assert.ThrowsAsync<LaneClosedException>(() => waiting)).Remaining);
        await Assert.ThrowsAsync<LaneClosedException>(() => gate.EnterAsync(this, 1, default));
        gate.Leave(inside);
    }

    [Fact]
    public async Task Callers_take_turns_however_much_each_of_them_asks_for()
    {
        var gate = Gate(1, 1, TimeProvider.System);
        var pass = await gate.EnterAsync(this, 1, default);
        object busy = new();
        object modest = new();
        var many = Enumerable.Range(0, 3).Select(_ => gate.EnterAsync(busy, 1, default)).ToList();
        var one = gate.EnterAsync(modest, 1, default);

        gate.Leave(pass);
        gate.Leave(await many[0]);

        await one;
        Assert.False(many[1].IsCompleted);
    }

    [Fact]
    public async Task Cancelling_the_wait_gives_the_place_back()
    {
        var gate = Gate(1, 1, new JumpingTime(TimeSpan.Zero));
        using var cancellation = new CancellationTokenSource();
        gate.CloseFor(TimeSpan.FromHours(1));
        var waiting = gate.EnterAsync(this, 1, cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        var second = gate.EnterAsync(this, 1, cancellation.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }

    [Fact]
    public async Task Whoever_gives_up_in_the_queue_takes_no_place()
    {
        var gate = Gate(1, 1, TimeProvider.System);
        using var cancellation = new CancellationTokenSource();
        var first = await gate.EnterAsync(this, 1, default);
        var impatient = gate.EnterAsync(this, 1, cancellation.Token);
        var patient = gate.EnterAsync(this, 1, default);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);

        gate.Leave(first);

        await patient;
    }

    [Fact]
    public async Task An_overload_halves_the_lanes_but_leaves_one()
    {
        var gate = Gate(8, 8, TimeProvider.System);
        foreach (var left in new[] { 4, 2, 1, 1 })
        {
            gate.Narrow(await PassAsync(gate));
            Assert.Equal(left, await RoomAsync(gate));
        }
    }

    [Fact]
    public async Task Requests_that_were_under_way_together_halve_the_lanes_once()
    {
        var gate = Gate(8, 8, TimeProvider.System);
        var together = new[] { await PassAsync(gate), await PassAsync(gate), await PassAsync(gate) };

        foreach (var pass in together)
            gate.Narrow(pass);

        Assert.Equal(4, await RoomAsync(gate));
    }

    [Fact]
    public async Task Nobody_enters_until_those_inside_fit_the_narrower_lanes()
    {
        var gate = Gate(4, 4, TimeProvider.System);
        for (var i = 0; i < 4; i++)
            inside.Add(await gate.EnterAsync(this, 1, default));
        gate.Narrow(inside[0]);
        var waiting = gate.EnterAsync(this, 1, default);

        gate.Leave(inside[0]);
        gate.Leave(inside[1]);
        Assert.False(waiting.IsCompleted);
        gate.Leave(inside[2]);

        await waiting;
    }

    [Fact]
    public async Task Good_answers_widen_the_lanes_one_at_a_time_up_to_where_they_began()
    {
        var gate = Gate(4, 4, TimeProvider.System);
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
        var gate = Gate(8, 12, TimeProvider.System);
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
        var gate = Gate(2, 2, TimeProvider.System);
        gate.Narrow(await PassAsync(gate));
        await gate.EnterAsync(this, 1, default);
        var waiting = gate.EnterAsync(this, 1, default);

        for (var good = 0; good < LaneGate.AnswersPerLane; good++)
            gate.Widen();

        await waiting;
    }

    private async Task<LanePass> PassAsync(LaneGate gate)
    {
        var pass = await gate.EnterAsync(this, 1, default);
        gate.Leave(pass);
        return pass;
    }

    private static LaneGate Gate(int start, int limit, TimeProvider time) => new(new HttpSettings
    {
        Concurrency = start, MaxConcurrency = limit, Time = time, MaxRetryAfter = TimeSpan.FromDays(1),
    });

    // How many get in; they are out again afterwards.
    private async Task<int> RoomAsync(LaneGate gate)
    {
        using var cancellation = new CancellationTokenSource();
        var entered = new List<LanePass>();
        while (gate.EnterAsync(this, 1, cancellation.Token) is { IsCompletedSuccessfully: true } next)
            entered.Add(await next);
        await cancellation.CancelAsync();
        entered.ForEach(gate.Leave);
        return entered.Count;
    }
}
