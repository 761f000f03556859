using BcSalesSync.Contracts;

namespace BcSalesSync.Host.Demo;

// Plans the full synchronisation, runs it and looks whether it did what was planned.
internal sealed class FirstSynchronization(ISyncSession session, ISyncObserver observer, Expectations expectations, TextWriter output)
{
    private static readonly string[] TwoWayMappings = ["CUSTOMER", "CONTACT"];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Records coupled by hand differ from the start, and neither side was edited last: let Business Central be right, once.
        await DecideConflictsAsync(UpdateConflictPolicy.SendToSales, cancellationToken);
        var planned = await PlanAsync(cancellationToken);
        var lines = await SynchronizeAsync(cancellationToken);
        await DecideConflictsAsync(UpdateConflictPolicy.Fail, cancellationToken);

        foreach (var line in lines)
        {
            expectations.Equal($"the state of {line.Mapping} after the full synchronisation", FullSyncStatus.Finished, line.Status);
            expectations.Equal($"the failures of {line.Mapping} in the full synchronisation", 0, line.Failed);
            expectations.Equal($"the records created by {line.Mapping} as planned", planned.GetValueOrDefault(line.Mapping), line.Inserted);
        }

        await SettleAsync(cancellationToken);
    }

    // New records come back with what the other system filled in by itself: company, addresses of the parent.
    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        var results = await session.SyncNowAsync(new SyncNowRequest(), observer, cancellationToken).ToListAsync(cancellationToken);
        await output.WriteLineAsync($"  The next run carries {results.Count} records with values the other side had filled in.");
        expectations.Equal("the records of the next run that are not simply updated", 0, results.Count(result => result.Action is not SyncAction.Updated));
    }

    private async Task DecideConflictsAsync(UpdateConflictPolicy policy, CancellationToken cancellationToken)
    {
        foreach (var mapping in TwoWayMappings)
            await session.SetTableMappingAsync(new TableMappingChange { Name = mapping, UpdateConflict = policy }, cancellationToken);
    }

    // Answers how many records each mapping would create.
    private async Task<Dictionary<string, int>> PlanAsync(CancellationToken cancellationToken)
    {
        await output.WriteLineAsync();
        await output.WriteLineAsync("Plan of the full synchronisation, nothing written yet:");
        var plan = await session.PlanAsync(new SyncNowRequest { Full = true }, observer, cancellationToken).ToListAsync(cancellationToken);
        foreach (var group in plan.GroupBy(action => (action.Mapping, action.Direction, action.Action)))
        {
            var sample = group.First();
            await output.WriteLineAsync(
                $"  {group.Key.Mapping,-12} {group.Key.Direction,-18} {group.Key.Action,-9} {group.Count(),3}  e.g. "
                + $"{sample.BcNo ?? sample.SalesName}: {sample.Reason}");
        }

        return plan.Where(action => action.Action is SyncAction.Created)
            .GroupBy(action => action.Mapping).ToDictionary(group => group.Key, group => group.Count());
    }

    private async Task<List<BcFullSyncLine>> SynchronizeAsync(CancellationToken cancellationToken)
    {
        await output.WriteLineAsync();
        await output.WriteLineAsync("Full synchronisation:");
        await session.StartFullSyncAsync(new FullSyncRequest { Action = FullSyncAction.FullSync }, cancellationToken);
        var run = await session.WaitFullSyncAsync(observer, cancellationToken);
        expectations.Equal("the state of the full synchronisation", FullSyncStatus.Finished, run.Status);
        var lines = await session.GetFullSyncAsync(null, cancellationToken).ToListAsync(cancellationToken);
        await TextTable.WriteAsync(
            output,
            ["Mapping", "Recommendation", "Status", "Total", "Inserted", "Modified", "Failed", "Message"],
            lines.Select(line => (object?[])
                [line.Mapping, line.Recommendation, line.Status, line.Total, line.Inserted, line.Modified, line.Failed, line.Message]));
        return lines;
    }
}
