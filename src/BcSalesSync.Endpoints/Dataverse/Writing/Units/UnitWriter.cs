using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Endpoints.Dataverse.Transport;
using BcSalesSync.Engine.Ports.Endpoints.Units;

namespace BcSalesSync.Endpoints.Dataverse.Writing.Units;

/// <summary>Writes units, each as a change set, many of them in a batch, several batches at a time.</summary>
internal sealed class UnitWriter(DataverseClient client, MetadataCache metadata, int batchSize, int concurrency)
{
    private readonly UnitPlanner planner = new(metadata);
    private readonly int operations = Math.Min(batchSize, UnitPlanner.MostOperations);

    /// <summary>Writes units; outcomes come in their order.</summary>
    internal async Task<IReadOnlyList<UnitOutcome>> WriteAsync(IReadOnlyList<WriteUnit> units, CancellationToken cancellationToken)
    {
        if (units.Count == 0)
            return [];
        var tables = await planner.ReadTablesAsync(units, cancellationToken);
        var run = new UnitRun(units.Count);
        foreach (var wave in UnitLanes.Waves(UnitPlanner.Accept(run, units, tables)))
            await SendAsync(run, UnitLanes.Batches(wave, operations), cancellationToken);
        return run.Finish();
    }

    // Without a token: units of batches that are not sent any more are told apart from those that are under way.
    private Task SendAsync(UnitRun run, IEnumerable<IReadOnlyList<PlannedUnit>> batches, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            batches,
            new ParallelOptions { MaxDegreeOfParallelism = concurrency },
            async (batch, _) => await new ChangeSets(client, run).SendAsync(batch, cancellationToken));
}
