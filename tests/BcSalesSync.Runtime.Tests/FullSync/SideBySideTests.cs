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
        var hold = world.Watch.HoldSalesWrites("transactioncurrencies");
        var done = world.State.SavedAsync(change => change.FullSyncLines.Any(
            line => line is { Mapping: "SALESPEOPLE", Status: FullSyncStatus.Finished }));

        await world.StartAsync("SALESPEOPLE", "CURRENCY", "CUSTOMER");
        await hold.Reached;
        await done;

        var review = await world.Session.ReviewAsync();
        Assert.Equal((FullSyncStatus.Running, FullSyncStatus.Waiting), (review["CURRENCY"].Status, review["CUSTOMER"].Status));
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
        await world.Desk.FaultAsync(new { system = "sales", path = "systemusers?$select", status = 403, code = "0x80040220", message = "No privilege prvReadUser.", skip = 1 });

        await world.StartAsync(Independent);
        await world.WaitAsync();

        var review = await world.Session.ReviewAsync();
        Assert.Equal((FullSyncStatus.Failed, FullSyncStatus.Finished), (review["SALESPEOPLE"].Status, review["CURRENCY"].Status));
    }
}
