using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Crashes;

/// <summary>What the processes of a crash test do: synchronise everything, taking up what their predecessors left.</summary>
internal static class FullSyncLife
{
    private static readonly string[] Mappings = ["SALESPEOPLE", "CURRENCY", "CUSTOMER", "CONTACT"];

    /// <summary>Everything in step, before anything happens. Without the companion, contacts have no name parts and stay out.</summary>
    public static async Task PrepareAsync(ISyncSession session)
    {
        await session.InitializeAsync(new InitializeRequest { Mappings = Mappings }, SilentObserver.Instance, default).CountAsync();
        foreach (var mapping in new[] { "CUSTOMER", "CONTACT" })
            await session.SetTableMappingAsync(new TableMappingChange { Name = mapping, UpdateConflict = UpdateConflictPolicy.SendToSales }, default);
        if (session.Connection.Tier == 0)
            await session.SetTableMappingAsync(new TableMappingChange { Name = "CONTACT", Enabled = false }, default);
        await session.CoupleSalespeopleAsync();
        await StartAsync(session);
    }

    /// <summary>Starts a full synchronisation and sees it through.</summary>
    public static async Task StartAsync(ISyncSession session)
    {
        await session.StartFullSyncAsync(new FullSyncRequest { Action = FullSyncAction.FullSync }, default);
        await EndAsync(session);
    }

    /// <summary>Goes on with the full synchronisation of a process that is gone, or starts one if that had not come so far, and sees it through.</summary>
    public static async Task GoOnAsync(ISyncSession session)
    {
        try
        {
            await session.ResumeFullSyncAsync(null, default);
        }
        catch (SyncException nothing) when (nothing.Error.ErrorId == "BcSync.FullSync.Finished")
        {
            await session.StartFullSyncAsync(new FullSyncRequest { Action = FullSyncAction.FullSync }, default);
        }

        await EndAsync(session);
    }

    private static async Task EndAsync(ISyncSession session)
    {
        var run = await session.WaitFullSyncAsync(SilentObserver.Instance, default);
        Assert.Equal(FullSyncStatus.Finished, run.Status);
        var lines = await session.GetFullSyncAsync(null, default).ToListAsync();
        Assert.All(lines, line => Assert.Equal((FullSyncStatus.Finished, 0), (line.Status, line.Failed)));
    }
}
