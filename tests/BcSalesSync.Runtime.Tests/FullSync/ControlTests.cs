using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.FullSync;

/// <summary>Watching, stopping and resuming, from the session of the run and from others.</summary>
public sealed class ControlTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bcsync-").FullName;

    [Fact]
    public async Task Another_session_sees_the_run_stops_it_and_goes_on_with_it()
    {
        await using var world = await SyncWorld.OpenAsync("cronus", statePath: StatePath);
        await using var other = await world.ConnectAnotherAsync(StatePath);
        await world.ReviewAsync();
        var hold = world.Watch.HoldWrites();
        var running = world.RunningAsync("SALESPEOPLE");
        var started = await world.Session.StartFullSyncAsync(new FullSyncRequest { Action = FullSyncAction.FullSync }, default);
        await running;

        Assert.Equal(FullSyncStatus.Running, (await other.GetFullSyncAsync(null, default).FirstAsync()).Status);
        Assert.Equal((started.RunId, FullSyncStatus.Running), Seen(await other.StopFullSyncAsync(default)));
        hold.Release();
        Assert.Equal((started.RunId, FullSyncStatus.Stopped), Seen(await world.Session.WaitFullSyncAsync(world.Observer, default)));
        var stopped = await other.GetFullSyncAsync(null, default).ToListAsync();
        Assert.Equal(FullSyncStatus.Stopped, stopped[0].Status);
        Assert.Equal(FullSyncStatus.Waiting, Line(stopped, "CONTACT").Status);

        Assert.Equal((started.RunId, FullSyncStatus.Running), Seen(await other.ResumeFullSyncAsync(null, default)));
        Assert.Equal((started.RunId, FullSyncStatus.Finished), Seen(await other.WaitFullSyncAsync(world.Observer, default)));
        var lines = await world.ReviewAsync();
        Assert.All(lines, line => Assert.Equal(FullSyncStatus.Finished, line.Status));
        Assert.Equal(3, lines[0].Inserted);
    }

    [Fact]
    public async Task A_second_start_or_resume_is_refused_while_one_is_under_way()
    {
        await using var world = await SyncWorld.OpenAsync("cronus", statePath: StatePath);
        await using var other = await world.ConnectAnotherAsync(StatePath);
        await world.ReviewAsync();
        var hold = world.Watch.HoldWrites();
        await world.Session.StartFullSyncAsync(new FullSyncRequest { Action = FullSyncAction.FullSync }, default);
        await hold.Reached;

        foreach (var session in new[] { world.Session, other })
        {
            var start = await Assert.ThrowsAsync<SyncException>(() => session.StartFullSyncAsync(new FullSyncRequest(), default));
            var resume = await Assert.ThrowsAsync<SyncException>(() => session.ResumeFullSyncAsync(null, default));
            Assert.Equal(("BcSync.FullSync.Running", "BcSync.FullSync.Running"), (start.Error.ErrorId, resume.Error.ErrorId));
            var holder = $"process {Environment.ProcessId} on {Environment.MachineName}";
            Assert.All([start, resume], refused => Assert.Equal($"A full synchronisation is under way ({holder}).", refused.Error.Message));
        }

        hold.Release();
        Assert.Equal(FullSyncStatus.Finished, (await world.Session.WaitFullSyncAsync(world.Observer, default)).Status);
        Assert.Equal("BcSync.FullSync.Finished", (await Assert.ThrowsAsync<SyncException>(() => other.ResumeFullSyncAsync(null, default))).Error.ErrorId);
    }

    [Fact]
    public async Task A_run_out_of_time_stops_at_a_checkpoint_and_ends_with_a_later_one()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.ReviewAsync();
        var hold = world.Watch.HoldWrites();
        await world.Session.StartFullSyncAsync(new FullSyncRequest { Action = FullSyncAction.FullSync, TimeBudget = TimeSpan.FromMinutes(1) }, default);
        await hold.Reached;
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        hold.Release();

        Assert.Equal(FullSyncStatus.Stopped, (await world.Session.WaitFullSyncAsync(world.Observer, default)).Status);
        Assert.Equal(3, (await world.ReviewAsync())[0].Inserted);
        await world.Session.ResumeFullSyncAsync(TimeSpan.FromHours(1), default);

        Assert.Equal(FullSyncStatus.Finished, (await world.Session.WaitFullSyncAsync(world.Observer, default)).Status);
        Assert.All(await world.ReviewAsync(), line => Assert.Equal(FullSyncStatus.Finished, line.Status));
    }

    [Fact]
    public async Task A_session_that_ends_leaves_a_stopped_run_that_the_next_one_resumes()
    {
        await using var world = await SyncWorld.OpenAsync("cronus", statePath: StatePath);
        await world.ReviewAsync();
        var hold = world.Watch.HoldWrites();
        await world.Session.StartFullSyncAsync(new FullSyncRequest { Action = FullSyncAction.FullSync }, default);
        await hold.Reached;
        var ended = world.ReconnectAsync(StatePath);
        hold.Release();
        await ended;

        Assert.Equal(FullSyncStatus.Stopped, (await world.Session.StopFullSyncAsync(default)).Status);
        await world.Session.ResumeFullSyncAsync(null, default);

        Assert.Equal(FullSyncStatus.Finished, (await world.Session.WaitFullSyncAsync(world.Observer, default)).Status);
    }

    [Fact]
    [Trait("Scenario", "FUL-132")]
    public async Task A_mapping_that_fails_leaves_its_dependants_with_a_message_until_it_is_resumed()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.ReviewAsync();
        await world.Desk.FaultAsync(new { system = "sales", path = "systemusers?$select", status = 403, code = "0x80040220", message = "No privilege prvReadUser.", skip = 1 });

        var lines = await world.FullSyncAsync(FullSyncAction.FullSync, "SALESPEOPLE", "CURRENCY", "CUSTOMER", "CONTACT");

        Assert.Equal([FullSyncStatus.Failed, FullSyncStatus.Finished, FullSyncStatus.Failed, FullSyncStatus.Failed], Statuses(lines));
        Assert.Contains("prvReadUser", lines[0].Message, StringComparison.Ordinal);
        Assert.Contains("SALESPEOPLE", Line(lines, "CUSTOMER").Message, StringComparison.Ordinal);
        Assert.Contains("CUSTOMER", Line(lines, "CONTACT").Message, StringComparison.Ordinal);
        await world.Desk.ClearFaultsAsync();
        var hold = world.Watch.HoldWrites();
        await world.Session.ResumeFullSyncAsync(null, default);
        await hold.Reached;

        Assert.Equal(
            [FullSyncStatus.Running, FullSyncStatus.Finished, FullSyncStatus.Waiting, FullSyncStatus.Waiting], Statuses(await world.ReviewAsync()));

        hold.Release();
        Assert.Equal(FullSyncStatus.Finished, (await world.Session.WaitFullSyncAsync(world.Observer, default)).Status);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string StatePath => Path.Combine(folder, "state.db");

    private static BcFullSyncLine Line(IEnumerable<BcFullSyncLine> lines, string mapping) => lines.Single(line => line.Mapping == mapping);

    private static IEnumerable<FullSyncStatus> Statuses(IReadOnlyList<BcFullSyncLine> lines) =>
        new[] { "SALESPEOPLE", "CURRENCY", "CUSTOMER", "CONTACT" }.Select(mapping => Line(lines, mapping).Status);

    private static (Guid, FullSyncStatus) Seen(BcFullSync run) => (run.RunId, run.Status);
}
