using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.FullSync;

public sealed class ClaimTests
{
    [Fact]
    public async Task A_start_that_came_to_nothing_does_not_stand_in_the_way_of_the_next()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        using var stop = new CancellationTokenSource();
        var hold = world.Watch.HoldWhen(_ => Task.FromResult(true));
        var start = world.Session.StartFullSyncAsync(new FullSyncRequest { Mappings = ["CURRENCY"] }, stop.Token);
        await hold.Reached;
        await stop.CancelAsync();
        hold.Release();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => start);

        var lines = await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");

        Assert.Equal(FullSyncStatus.Finished, Assert.Single(lines).Status);
    }

    [Fact]
    public async Task A_full_synchronisation_that_is_stopped_leaves_no_job_running()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var hold = world.Watch.HoldSalesWrites("accounts");
        await world.Session.StartFullSyncAsync(new FullSyncRequest { Mappings = ["CUSTOMER"], Action = FullSyncAction.FullSync }, default);
        await hold.Reached;
        await world.Session.StopFullSyncAsync(default);
        hold.Release();
        await world.Session.WaitFullSyncAsync(world.Observer, default);

        Assert.DoesNotContain(await world.Session.GetJobsAsync(new JobQuery(), default).ToListAsync(), job => job.Status is SyncJobStatus.Running);
    }
}
