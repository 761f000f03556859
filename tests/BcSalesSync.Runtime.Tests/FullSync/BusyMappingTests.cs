using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.FullSync;

/// <summary>A full synchronisation beside other runs on its mappings.</summary>
public sealed class BusyMappingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_line_waits_until_another_run_on_its_mapping_is_done()
    {
        await using var world = await OpenAsync();
        var state = new StateWatch();
        await using var other = await world.ConnectAnotherAsync(StatePath, state);
        var (hold, run) = await SynchronizeHeldAsync(world);
        world.Clock.SkipsPauses = false;
        var waiting = state.SavedAsync(change => change.FullSyncLines.Any(line => line.Status is FullSyncStatus.Waiting));
        await other.StartFullSyncAsync(new FullSyncRequest { Mappings = ["CUSTOMER"], Action = FullSyncAction.Couple }, default);
        await waiting;

        var line = Assert.Single(await other.GetFullSyncAsync(null, default).ToListAsync());
        Assert.Equal(FullSyncStatus.Waiting, line.Status);
        Assert.Contains("CUSTOMER", line.Message, StringComparison.Ordinal);
        hold.Release();
        await run;
        world.Clock.SkipsPauses = true;
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(FullSyncStatus.Finished, (await other.WaitFullSyncAsync(world.Observer, default)).Status);
        line = Assert.Single(await other.GetFullSyncAsync(null, default).ToListAsync());
        Assert.Equal((FullSyncStatus.Finished, 0), (line.Status, line.Failed));
        Assert.DoesNotContain("Waits until", line.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_waits_stops_when_the_time_is_up_and_goes_on_when_it_is_resumed()
    {
        await using var world = await OpenAsync();
        var state = new StateWatch();
        await using var other = await world.ConnectAnotherAsync(StatePath, state);
        var (hold, run) = await SynchronizeHeldAsync(world);
        world.Clock.SkipsPauses = false;
        var waiting = state.SavedAsync(change => change.FullSyncLines.Any(line => line.Status is FullSyncStatus.Waiting));
        await other.StartFullSyncAsync(
            new FullSyncRequest { Mappings = ["CUSTOMER"], Action = FullSyncAction.Couple, TimeBudget = TimeSpan.FromMinutes(3) }, default);
        await waiting;
        var stopped = state.SavedAsync(change => change.FullSyncLines.Any(line => line.Status is FullSyncStatus.Stopped));

        await world.State.LiveAsync(world.Clock, TimeSpan.FromMinutes(4));
        await world.Clock.PassUntilAsync(stopped);

        Assert.Equal(FullSyncStatus.Stopped, (await other.WaitFullSyncAsync(world.Observer, default)).Status);
        Assert.Equal(FullSyncStatus.Stopped, Assert.Single(await other.GetFullSyncAsync(null, default).ToListAsync()).Status);
        hold.Release();
        await run;
        world.Clock.SkipsPauses = true;
        Assert.Equal(FullSyncStatus.Finished, (await other.ResumeToEndAsync()).Status);
    }

    [Fact]
    public async Task A_line_that_lost_its_mapping_while_its_machine_slept_goes_on_once_the_other_run_is_done()
    {
        await using var world = await OpenAsync();
        await using var other = await world.ConnectAnotherAsync(StatePath);
        var pair = await world.CustomerInStepAsync();
        await pair.EditBcAsync(("city", "Ely"));
        OnceAsleep(world, async () => await other.SyncNowAsync(
            new SyncNowRequest { Mapping = "CUSTOMER" }, SilentObserver.Instance, default).CountAsync());

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.Couple, "CUSTOMER"));

        Assert.False(world.State.IsWaiting);
        Assert.Equal((FullSyncStatus.Finished, 0), (line.Status, line.Failed));
        Assert.DoesNotContain(await world.Session.GetJobsAsync(new JobQuery(), default).ToListAsync(), job => job.Status is SyncJobStatus.Running);
    }

    [Fact]
    public async Task A_run_that_another_process_took_over_while_its_machine_slept_leaves_it_to_that()
    {
        await using var world = await OpenAsync();
        await using var other = await world.ConnectAnotherAsync(StatePath);
        await world.CustomerInStepAsync();
        BcFullSync? theirs = null;
        List<BcFullSyncLine> review = [];
        OnceAsleep(world, async () =>
        {
            theirs = await other.ResumeToEndAsync();
            review = await other.GetFullSyncAsync(null, default).ToListAsync();
        });

        await world.Session.StartFullSyncAsync(new FullSyncRequest { Mappings = ["CUSTOMER"], Action = FullSyncAction.Couple }, default);
        var mine = await world.Session.WaitFullSyncAsync(world.Observer, default);

        Assert.False(world.State.IsWaiting);
        Assert.Equal((FullSyncStatus.Finished, mine.RunId), (theirs!.Status, theirs.RunId));
        Assert.Equal(theirs, mine);
        Assert.Equal(review.Select(line => (line.Status, line.Done, line.Message)), (await world.ReviewAsync()).Select(line => (line.Status, line.Done, line.Message)));
        Assert.Contains(world.Observer.Warnings, warning => warning.Contains("took the full synchronisation over", StringComparison.Ordinal));
    }

    public void Dispose() => folder.Dispose();

    private string StatePath => folder.File("state.db");

    private async Task<SyncWorld> OpenAsync()
    {
        var world = await SyncWorld.OpenAsync("cronus", statePath: StatePath);
        await world.PrepareReferencesAsync();
        return world;
    }

    private static async Task<(RequestWatch.Hold Hold, Task Run)> SynchronizeHeldAsync(SyncWorld world)
    {
        var pair = await world.CustomerInStepAsync();
        await pair.EditBcAsync(("city", "Ely"));
        var hold = world.Watch.HoldSalesWrites("accounts");
        var run = world.RunAsync("CUSTOMER", SyncDirection.ToSales);
        await hold.Reached;
        return (hold, run);
    }

    private static void OnceAsleep(SyncWorld world, Func<Task> act) => world.State.BeforeSettling(async () =>
    {
        world.State.Sleep();
        world.Clock.Advance(TimeSpan.FromMinutes(3));
        await act();
        world.State.Wake();
    });
}
