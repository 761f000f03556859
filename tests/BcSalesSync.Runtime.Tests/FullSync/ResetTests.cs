using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Runtime.Tests.Worlds;
using BcSalesSync.State.Sqlite;

namespace BcSalesSync.Runtime.Tests.FullSync;

public sealed class ResetTests : IDisposable
{
    private static readonly Guid RunId = new("5b0c7a52-90f3-4b53-8f39-2f6f3f0f6c21");
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task After_a_run_the_review_is_made_up_anew_and_what_was_synchronised_stays()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");
        var couplings = await world.CouplingsAsync("CURRENCY");

        await world.Session.ResetFullSyncAsync(default);

        var review = await world.Session.ReviewAsync();
        Assert.All(review.Values, line => Assert.Equal((FullSyncStatus.NotStarted, 0, 0), (line.Status, line.Done, line.Inserted)));
        Assert.Contains("CUSTOMER", review.Keys);
        Assert.Equal(couplings, await world.CouplingsAsync("CURRENCY"));
        Assert.Equal(FullSyncStatus.Finished, Assert.Single(await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY")).Status);
    }

    [Fact]
    public async Task A_run_under_way_is_not_reset_from_any_session_and_goes_on()
    {
        await using var world = await SyncWorld.OpenAsync("cronus", statePath: StatePath);
        await using var other = await world.ConnectAnotherAsync(StatePath);
        await world.ReviewAsync();
        var hold = world.Watch.HoldWrites();
        await world.StartAsync("CURRENCY");
        await hold.Reached;

        foreach (var session in new[] { world.Session, other })
            Assert.Equal("BcSync.FullSync.Running", (await Assert.ThrowsAsync<SyncException>(() => session.ResetFullSyncAsync(default))).Error.ErrorId);

        hold.Release();
        Assert.Equal(FullSyncStatus.Finished, (await world.WaitAsync()).Status);
        Assert.Equal("CURRENCY=Finished", await world.Session.StatesAsync());
    }

    [Fact]
    public async Task A_run_whose_machine_died_can_be_reset_once_its_claim_ran_out_and_is_not_resumed_any_more()
    {
        await using var world = await SyncWorld.OpenAsync("cronus", statePath: StatePath);
        await BeginElsewhereAsync(world);
        await Assert.ThrowsAsync<SyncException>(() => world.Session.ResetFullSyncAsync(default));
        world.Clock.Advance(TimeSpan.FromMinutes(3));

        await world.Session.ResetFullSyncAsync(default);

        Assert.All((await world.Session.ReviewAsync()).Values, line => Assert.Equal(FullSyncStatus.NotStarted, line.Status));
        var resume = await Assert.ThrowsAsync<SyncException>(() => world.Session.ResumeFullSyncAsync(null, default));
        Assert.Equal("BcSync.FullSync.Finished", resume.Error.ErrorId);
        Assert.Equal(FullSyncStatus.Stopped, (await world.WaitAsync()).Status);
        Assert.Empty(world.Observer.Warnings);
    }

    [Fact]
    public async Task Before_the_first_run_there_is_nothing_to_reset_and_that_is_no_error()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");

        await world.Session.ResetFullSyncAsync(default);

        Assert.All((await world.Session.ReviewAsync()).Values, line => Assert.Equal(FullSyncStatus.NotStarted, line.Status));
    }

    public void Dispose() => folder.Dispose();

    private string StatePath => folder.File("state.db");

    private async Task BeginElsewhereAsync(SyncWorld world)
    {
        await using var elsewhere = await SqliteStateStore.OpenAsync(StatePath, world.Clock, default);
        var now = world.Clock.GetUtcNow();
        await elsewhere.ClaimAsync("fullsync", $"ELSEWHERE/1/mark/session/{RunId:N}", TimeSpan.FromMinutes(2), default);
        var lines = await world.Session.PreviewFullSyncAsync(new FullSyncRequest { Mappings = ["CURRENCY"] }, default).ToListAsync();
        var run = new RunState
        {
            Id = RunId, Kind = RunKind.Full, Status = RunStatus.Running, Request = "{}", Started = now, Holder = "ELSEWHERE/1/mark/session",
        };
        await elsewhere.CommitAsync(
            new StateChange
            {
                Runs = [run], FullSyncLines = [.. lines.Select(line => line with { RunId = RunId, Status = FullSyncStatus.Running })], Now = now,
            },
            default);
    }
}
