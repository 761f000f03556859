using System.Diagnostics;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime;

namespace BcSalesSync.Host.Soak;

// Begins a full synchronisation and dies, as a shell that is closed; the schedule is held, so that nothing else happens.
internal static class HandoverClient
{
    public static async Task<int> RunAsync(SoakTask task, CancellationToken cancellationToken)
    {
        await using var session = await SoakSession.OpenAsync(task.Server, task.StatePath, cancellationToken);
        await session.InitializeAsync(new InitializeRequest(), SilentObserver.Instance, cancellationToken).CountAsync(cancellationToken);
        foreach (var entry in await session.Schedule.GetAsync(null, cancellationToken).ToListAsync(cancellationToken))
            await session.Schedule.SetAsync(new ScheduleChange { Name = entry.Name, OnHold = true }, cancellationToken);
        await FullSyncClient.CoupleSalespeopleAsync(session, cancellationToken);
        await session.StartFullSyncAsync(new FullSyncRequest { Action = FullSyncAction.FullSync }, cancellationToken);
        using var process = Process.GetCurrentProcess();
        process.Kill();
        return 1;
    }
}
