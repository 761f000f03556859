using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.FullSync;

/// <summary>Lines of a full synchronisation that do not wait for each other.</summary>
public sealed class SideBySideTests
{
    private static readonly string[] Independent = ["SALESPEOPLE", "CURRENCY"];

    [Fact]
    public async Task A_line_that_takes_long_holds_up_no_other_but_those_that_depend_on_it()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.ReviewAsync();
        var hold = HoldSalespeople(world);
        var done = world.State.SavedAsync(change => change.FullSyncLines.Any(
            line => line is { Mapping: "CURRENCY", Status: FullSyncStatus.Finished }));

        await world.StartAsync("SALESPEOPLE", "CURRENCY", "CUSTOMER");
        await hold.Reached;
        await done;

        var review = await world.Session.ReviewAsync();
        Assert.Equal((FullSyncStatus.Running, FullSyncStatus.Waiting), (review["SALESPEOPLE"].Status, review["CUSTOMER"].Status));
        hold.Release();
        Assert.Equal(FullSyncStatus.Finished, (await world.WaitAsync()).Status);
    }

    [Fact]
    public async Task A_run_that_is_to_stop_ends_all_lines_at_their_checkpoints_and_goes_on_with_them()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.ReviewAsync();
        var hold = world.Watch.HoldWrites();
        var running = Task.WhenAll(Independent.Select(world.RunningAsync));
        await world.StartAsync(Independent);
        await running;
        await world.Session.StopFullSyncAsync(default);

        hold.Release();
        var stopped = await world.WaitAsync();

        Assert.Equal(FullSyncStatus.Stopped, stopped.Status);
        var lines = await world.ReviewAsync();
        Assert.All(lines, line => Assert.Equal(FullSyncStatus.Stopped, line.Status));
        Assert.All(lines, line => Assert.NotEqual(0, line.Inserted));
        Assert.Equal(FullSyncStatus.Finished, (await world.Session.ResumeToEndAsync()).Status);
        Assert.Equal(lines.Select(line => line.Inserted), (await world.ReviewAsync()).Select(line => line.Inserted));
    }

    [Fact]
    public async Task A_line_that_fails_leaves_those_beside_it_alone()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.ReviewAsync();
        var hold = HoldSalespeople(world);
        world.State.Before(
            change => change.FullSyncLines.Any(line => line is { Mapping: "CURRENCY", Status: FullSyncStatus.Running }),
            () => world.Desk.FaultAsync(new { system = "sales", path = "transactioncurrencies?$select", status = 403, code = "0x80040220", message = "No privilege." }));
        var failed = world.State.SavedAsync(change => change.FullSyncLines.Any(line => line is { Mapping: "CURRENCY", Status: FullSyncStatus.Failed }));

        await world.StartAsync(Independent);
        await hold.Reached;
        await failed;
        hold.Release();
        await world.WaitAsync();

        var review = await world.Session.ReviewAsync();
        Assert.Equal((FullSyncStatus.Finished, FullSyncStatus.Failed), (review["SALESPEOPLE"].Status, review["CURRENCY"].Status));
    }

    [Fact]
    public async Task Something_unexpected_in_a_line_is_told_and_ends_those_beside_it_at_their_checkpoints()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.ReviewAsync();
        var before = (await world.Desk.RowsAsync("bc", "salespeoplePurchasers")).Count;
        var hold = HoldSalespeople(world);
        world.State.Before(
            change => change.FullSyncLines.Any(line => line is { Mapping: "CURRENCY", Status: FullSyncStatus.Finished }),
            async () =>
            {
                await hold.Reached;
                throw new InvalidDataException("The disk is on fire.");
            });

        await world.StartAsync(Independent);
        await hold.Reached;
        hold.Release();
        var run = await world.WaitAsync();

        Assert.NotEqual(FullSyncStatus.Finished, run.Status);
        Assert.Contains(world.Observer.Warnings, warning => warning.Contains("The disk is on fire.", StringComparison.Ordinal));
        Assert.Equal(FullSyncStatus.Finished, (await world.Session.ResumeToEndAsync()).Status);
        Assert.Equal(before + 3, (await world.Desk.RowsAsync("bc", "salespeoplePurchasers")).Count);
    }

    [Fact]
    public async Task A_state_that_is_out_of_reach_fails_no_line_and_the_run_is_left_at_its_checkpoint()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.ReviewAsync();
        world.State.Before(
            change => change.Couplings.Any(coupling => coupling.Mapping == "CURRENCY"),
            () => throw new SyncException(new BcSyncError
            {
                Time = default, Class = FailureClass.Transient, ErrorId = "BcSync.State.Unreachable", Message = "The server is away.", RecommendedAction = "Wait.",
            }));

        await world.StartAsync(Independent);
        await world.WaitAsync();

        Assert.DoesNotContain(await world.ReviewAsync(), line => line.Status is FullSyncStatus.Failed);
        Assert.Contains(world.Observer.Warnings, warning => warning.Contains("The server is away.", StringComparison.Ordinal));
        Assert.Equal(FullSyncStatus.Finished, (await world.Session.ResumeToEndAsync()).Status);
        Assert.All(await world.ReviewAsync(), line => Assert.Equal((FullSyncStatus.Finished, 0), (line.Status, line.Failed)));
    }

    // What comes of users in Sales, alone or within a batch.
    private static RequestWatch.Hold HoldSalespeople(SyncWorld world) => world.Watch.HoldWhen(async request => request.Method != HttpMethod.Get
        && $"{request.RequestUri} {await request.Content!.ReadAsStringAsync()}".Contains("salespeoplePurchasers", StringComparison.Ordinal));
}
