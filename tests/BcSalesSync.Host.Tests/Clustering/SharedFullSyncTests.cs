using BcSalesSync.Contracts;
using BcSalesSync.Host.Serving;
using BcSalesSync.Host.Soak;
using BcSalesSync.Sandbox;
using BcSalesSync.State.Tests.PostgreSql.Server;

namespace BcSalesSync.Host.Tests.Clustering;

/// <summary>Three worker processes on one state, as real programs.</summary>
public sealed class SharedFullSyncTests
{
    private const string Seed = "scale:300";

    [PostgresFact]
    public async Task A_full_synchronisation_whose_shell_was_closed_is_ended_by_three_workers_of_which_two_are_killed_and_nothing_is_there_twice()
    {
        await using var world = await SharedWorld.OpenAsync(Seed);
        using (var shell = new ClientProcess(new SoakTask(SoakWork.Handover, world.Server, "none"), world.StateConnection))
            await shell.WaitOrKillAsync(TimeSpan.FromMinutes(2), CancellationToken.None);
        await using var crew = new WorkerCrew(world.Server, world.StateConnection, 3);
        await using var session = await world.ConnectAsync();

        foreach (var (number, accounts) in new[] { (0, 1), (1, 150) })
        {
            await SharedWorld.UntilAsync(async () => (await world.Control.RowsAsync("sales", "accounts", default)).Count >= accounts);
            await crew.ReplaceAsync(number);
        }

        await SharedWorld.UntilAsync(async () => (await LinesAsync(session)).All(line => line.Status is FullSyncStatus.Finished or FullSyncStatus.Failed));
        Assert.All(await LinesAsync(session), line => Assert.Equal((FullSyncStatus.Finished, 0), (line.Status, line.Failed)));
        Assert.Equal(await AloneAsync(), await SideSnapshot.TakeAsync(world.Control, default));
    }

    private static async Task<IReadOnlyList<BcFullSyncLine>> LinesAsync(ISyncSession session) => await session.GetFullSyncAsync(null, default).ToListAsync();

    // What one process makes of the same data, without anything in its way.
    private static async Task<IReadOnlyList<string>> AloneAsync()
    {
        await using var server = await SandboxServer.StartAsync(new Uri("http://127.0.0.1:0"), new SandboxOptions { Seed = Seed }, default);
        var folder = Directory.CreateTempSubdirectory("bcsalessync-");
        try
        {
            var task = new SoakTask(SoakWork.FullSynchronization, new Uri(server.SalesAddress, "/"), Path.Combine(folder.FullName, "state.db"));
            Assert.Equal(0, await FullSyncClient.RunAsync(task, TextWriter.Null, default));
            using var control = new SandboxControl(server.SalesAddress);
            return await SideSnapshot.TakeAsync(control, default);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
