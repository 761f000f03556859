using System.Diagnostics;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime;

namespace BcSalesSync.Host.Soak;

// What a campaign's client process does: one full synchronisation, begun or gone on with.
internal static class FullSyncClient
{
    private const int Mega = 1024 * 1024;

    // Customers of the seed name these salespeople; their users exist in Sales.
    private static readonly (string Code, string User)[] Salespeople = [("JO", "Jim Olive"), ("PS", "Peter Saddow"),
        ("LT", "Linda Turner")];

    public static async Task<int> RunAsync(SoakTask task, TextWriter output, CancellationToken cancellationToken)
    {
        await using var session = await SoakSession.OpenAsync(task.Server, task.StatePath, cancellationToken);
        await foreach (var _ in session.InitializeAsync(new InitializeRequest(), SilentObserver.Instance, cancellationToken))
        {
        }

        var idle = Environment.WorkingSet / Mega;
        var watch = Stopwatch.StartNew();
        await BeginAsync(session, cancellationToken);
        var run = await session.WaitFullSyncAsync(SilentObserver.Instance, cancellationToken);
        using var process = Process.GetCurrentProcess();
        var lines = await session.GetFullSyncAsync(null, cancellationToken).ToListAsync(cancellationToken);
        await output.WriteLineAsync(FormattableString.Invariant(
            $"client: {run.Status}, {lines.Sum(line => line.Failed)} records failed, idle {idle} MB, peak {process.PeakWorkingSet64 / Mega} MB, {watch.Elapsed.TotalSeconds:0.0} s"));
        return run.Status is FullSyncStatus.Finished ? 0 : 1;
    }

    private static async Task BeginAsync(ISyncSession session, CancellationToken cancellationToken)
    {
        var lines = await session.GetFullSyncAsync(null, cancellationToken).ToListAsync(cancellationToken);
        if (lines.Any(line => line.RunId is not null && line.Status is not FullSyncStatus.Finished))
            await session.ResumeFullSyncAsync(null, cancellationToken);
        else
            await StartAsync(session, cancellationToken);
    }

    private static async Task StartAsync(ISyncSession session, CancellationToken cancellationToken)
    {
        await CoupleSalespeopleAsync(session, cancellationToken);
        await session.StartFullSyncAsync(new FullSyncRequest { Action = FullSyncAction.FullSync }, cancellationToken);
    }

    // Users exist already in Sales; nothing creates them.
    public static async Task CoupleSalespeopleAsync(ISyncSession session, CancellationToken cancellationToken)
    {
        var salespeople = Salespeople.Select(pair => new CouplingRequest
        {
            Mapping = "SALESPEOPLE",
            Records = new RecordSelector { BcNo = pair.Code, SalesName = pair.User },
        }).ToArray();
        await foreach (var outcome in session.CoupleAsync(salespeople, SilentObserver.Instance, cancellationToken))
        {
            if (outcome.Error is { } error)
                throw new SyncException(error);
        }
    }
}
