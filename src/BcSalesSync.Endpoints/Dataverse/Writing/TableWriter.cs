using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Endpoints.Dataverse.Transport;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Dataverse.Writing;

/// <summary>
/// Writes rows of a table: sets in bulk messages where the table takes them, the rest in batches, several requests at a time.
/// </summary>
internal sealed class TableWriter(DataverseClient client, MetadataCache metadata, int batchSize, int concurrency)
{
    /// <summary>Writes rows; outcomes come in the order of the writes.</summary>
    internal async Task<IReadOnlyList<WriteOutcome>> WriteAsync(
        TableDefinition table, IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken)
    {
        if (writes.Count == 0)
            return [];
        var support = await metadata.GetBulkSupportAsync(cancellationToken);
        var setNames = await metadata.FindSetNamesAsync(LookupTargets.Of(writes, table), cancellationToken);
        var run = new WriteRun(client, table, new RowWriter(table, setNames), writes.Count);
        foreach (var wave in WriteLanes.Waves(AcceptedWrites.Of(writes, run.Rows, run.Settle), table.Name, support))
            await SendAsync(run, wave, cancellationToken);
        return run.Finish(writes);
    }

    private async Task SendAsync(WriteRun run, WriteLanes lanes, CancellationToken cancellationToken)
    {
        // Without a token here: rows of requests that are not sent any more are told apart from those that are under way.
        await Parallel.ForEachAsync(lanes.Messages(batchSize), new ParallelOptions { MaxDegreeOfParallelism = concurrency }, async (request, _) =>
        {
            if (cancellationToken.IsCancellationRequested)
                return;
            await (request.InBulk
                ? BulkMessage.SendAsync(run, request.Rows, cancellationToken)
                : new SingleOperations(run).SendAsync(request.Rows, cancellationToken));
        });
    }
}
