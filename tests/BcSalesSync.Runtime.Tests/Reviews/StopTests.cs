using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Reviews;

public sealed class StopTests : IDisposable
{
    private const int Customers = 2_500;
    private readonly TemporaryFolder folder = new();

    private string StatePath => folder.File("state.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Another_session_sees_the_run_stops_it_and_goes_on_with_it()
    {
        await using var world = await OpenAsync();
        await using var other = await world.ConnectAnotherAsync(StatePath);
        var hold = world.Watch.HoldSalesWrites("accounts");
        var started = await world.StartAsync("CUSTOMER");
        await hold.Reached;

        var seen = Assert.Single(await other.GetFullSyncAsync(null, default).ToListAsync());
        var asked = await other.StopFullSyncAsync(default);
        hold.Release();
        var stopped = await world.WaitAsync();
        var line = (await other.ReviewAsync())["CUSTOMER"];
        var resumed = await other.ResumeToEndAsync();

        Assert.Equal((started.RunId, FullSyncStatus.Running), (seen.RunId!.Value, seen.Status));
        Assert.Equal((started.RunId, FullSyncStatus.Running), (asked.RunId, asked.Status));
        Assert.Equal((FullSyncStatus.Stopped, FullSyncStatus.Stopped), (stopped.Status, line.Status));
        Assert.InRange(line.Inserted, 1, Customers - 1);
        Assert.Equal((started.RunId, FullSyncStatus.Finished), (resumed.RunId, resumed.Status));
        await AssertCompleteAsync(world, other);
    }

    [Fact]
    public async Task A_used_up_time_budget_stops_at_a_checkpoint_and_the_run_can_be_resumed()
    {
        await using var world = await OpenAsync();
        var hold = world.Watch.HoldSalesWrites("accounts");
        await world.Session.StartFullSyncAsync(
            new FullSyncRequest { Mappings = ["CUSTOMER"], Action = FullSyncAction.FullSync, TimeBudget = TimeSpan.FromMinutes(1) }, default);
        await hold.Reached;
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        hold.Release();

        var stopped = await world.WaitAsync();
        var written = (await world.Desk.RowsAsync("sales", "accounts")).Count;
        var resumed = await world.Session.ResumeToEndAsync();

        Assert.Equal(FullSyncStatus.Stopped, stopped.Status);
        Assert.InRange(written, 1, Customers - 1);
        Assert.Equal((stopped.RunId, FullSyncStatus.Finished), (resumed.RunId, resumed.Status));
        await AssertCompleteAsync(world, world.Session);
    }

    [Fact]
    public async Task A_run_under_way_refuses_another_start_and_a_resume_from_every_session()
    {
        await using var world = await OpenAsync(customers: 5);
        await using var other = await world.ConnectAnotherAsync(StatePath);
        var hold = world.Watch.HoldSalesWrites("accounts");
        await world.StartAsync("CUSTOMER");
        await hold.Reached;

        foreach (var session in new[] { world.Session, other })
        {
            var start = await Assert.ThrowsAsync<SyncException>(() => session.StartFullSyncAsync(new FullSyncRequest(), default));
            var resume = await Assert.ThrowsAsync<SyncException>(() => session.ResumeFullSyncAsync(null, default));
            Assert.Equal(("BcSync.FullSync.Running", "BcSync.FullSync.Running"), (start.Error.ErrorId, resume.Error.ErrorId));
        }

        hold.Release();
        Assert.Equal(FullSyncStatus.Finished, (await world.WaitAsync()).Status);
    }

    private static async Task AssertCompleteAsync(SyncWorld world, ISyncSession session)
    {
        var line = (await session.ReviewAsync())["CUSTOMER"];
        Assert.Equal((FullSyncStatus.Finished, Customers, 0), (line.Status, line.Inserted, line.Failed));
        Assert.Equal(Customers, (await world.Desk.RowsAsync("sales", "accounts")).Count);
    }

    private async Task<SyncWorld> OpenAsync(int customers = Customers)
    {
        var world = await SyncWorld.OpenAsync($"scale:{customers}", statePath: StatePath);
        await world.PrepareReferencesAsync();
        return world;
    }
}
