using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Runtime.Tests.Worlds;
using BcSalesSync.State.Sqlite;

namespace BcSalesSync.Runtime.Tests.FullSync;

/// <summary>Full synchronisations of machines that nothing is known about but their signs of life.</summary>
public sealed class AbandonedRunTests : IDisposable
{
    private static readonly Guid RunId = new("7c7a2f11-5d0b-4e7c-9a51-0d3f6b8e2a10");
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Waiting_for_a_run_whose_machine_died_ends_when_its_claim_runs_out_and_says_how_to_go_on()
    {
        await using var world = await SyncWorld.OpenAsync("cronus", statePath: StatePath);
        await BeginElsewhereAsync(world);
        Assert.Equal([FullSyncStatus.Running, FullSyncStatus.Waiting], await StatesAsync(world));

        var run = await world.Session.WaitFullSyncAsync(world.Observer, default);

        Assert.Equal((RunId, FullSyncStatus.Stopped), (run.RunId, run.Status));
        Assert.Equal([FullSyncStatus.Stopped, FullSyncStatus.Waiting], await StatesAsync(world));
        Assert.Contains("Resume-BcFullSync", (await world.ReviewAsync())[0].Message, StringComparison.Ordinal);
        Assert.Contains(world.Observer.Warnings, warning => warning.Contains("ELSEWHERE", StringComparison.Ordinal)
            && warning.Contains("Resume-BcFullSync", StringComparison.Ordinal));
        Assert.Equal((RunId, FullSyncStatus.Finished), Seen(await world.Session.ResumeToEndAsync()));
    }

    [Fact]
    public async Task A_run_on_another_machine_that_gives_signs_of_life_is_waited_for()
    {
        await using var world = await SyncWorld.OpenAsync("cronus", statePath: StatePath);
        var fence = await BeginElsewhereAsync(world);
        world.Clock.SkipsPauses = false;
        var wait = world.Session.WaitFullSyncAsync(world.Observer, default);
        await using var elsewhere = await SqliteStateStore.OpenAsync(StatePath, world.Clock, default);
        for (var beat = 0; beat < 4; beat++)
        {
            await elsewhere.RenewAsync(fence, TimeSpan.FromMinutes(2), default);
            world.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.False(wait.IsCompleted);
        await elsewhere.CommitAsync(
            new StateChange { Runs = [Running(world) with { Status = RunStatus.Finished, Holder = null }], Now = world.Clock.GetUtcNow() }, default);
        world.Clock.SkipsPauses = true;
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(FullSyncStatus.Finished, (await wait).Status);
        Assert.Empty(world.Observer.Warnings);
    }

    public void Dispose() => folder.Dispose();

    private string StatePath => folder.File("state.db");

    private static (Guid, FullSyncStatus) Seen(BcFullSync run) => (run.RunId, run.Status);

    private static async Task<FullSyncStatus[]> StatesAsync(SyncWorld world) => [.. (await world.ReviewAsync()).Select(line => line.Status)];

    private static RunState Running(SyncWorld world) => new()
    {
        Id = RunId, Kind = RunKind.Full, Status = RunStatus.Running, Request = "{}", Started = world.Clock.GetUtcNow(), Holder = "ELSEWHERE/1/mark/session",
    };

    // What a process of another machine leaves in the state when it has just begun.
    private async Task<Fence> BeginElsewhereAsync(SyncWorld world)
    {
        await using var elsewhere = await SqliteStateStore.OpenAsync(StatePath, world.Clock, default);
        var now = world.Clock.GetUtcNow();
        var claim = await elsewhere.ClaimAsync("fullsync", $"ELSEWHERE/1/mark/session/{RunId:N}", TimeSpan.FromMinutes(2), default);
        var lines = (await world.Session.PreviewFullSyncAsync(
            new FullSyncRequest { Mappings = ["CURRENCY", "CUSTOMER"], Action = FullSyncAction.Couple }, default).ToListAsync())
            .Select(line => line with { RunId = RunId, Status = line.Mapping == "CURRENCY" ? FullSyncStatus.Running : FullSyncStatus.Waiting });
        await elsewhere.CommitAsync(new StateChange { Runs = [Running(world)], FullSyncLines = [.. lines], Now = now }, default);
        return claim.Fence;
    }
}
