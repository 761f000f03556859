using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Runs;
using BcSalesSync.Engine.Runs.Now;

namespace BcSalesSync.Engine.Documents.Notes;

/// <summary>
/// Brings the notes of orders along that were just created, by the mapping that keeps notes in step ever after (spec/documents.md 2.7).
/// </summary>
internal sealed class OrderNotes(RunContext run, MappingSet mappings)
{
    /// <summary>Name of the mapping.</summary>
    public const string Mapping = "ORDER-NOTES";

    private readonly NotesToCopy waiting = new(run, DocumentFamily.OrderMapping);

    /// <summary>Copies the notes of orders that wait for theirs to Business Central.</summary>
    public async Task CopyAsync()
    {
        Guid[] orders = [.. (await waiting.FindAsync(DocumentFamily.Orders).ConfigureAwait(false)).Select(coupling => coupling.SalesId)];
        if (orders.Length == 0)
            return;
        try
        {
            await CopyAsync(orders).ConfigureAwait(false);
            await waiting.SettleAsync(orders).ConfigureAwait(false);
        }
        catch (SyncException problem)
        {
            run.Observer.Warning($"Notes of orders were not copied yet. {problem.Error.Message} {problem.Error.RecommendedAction}");
        }
    }

    private async Task CopyAsync(Guid[] orders)
    {
        if (mappings.Find(Mapping) is not { Enabled: true } mapping)
            return;
        var notes = await run.Endpoints.Sales.ReadByValueAsync(
            mapping.SalesTable, ["isdocument"], "objectid", [.. orders.Select(order => FieldValue.Id(order))], CancellationToken.None)
                .ConfigureAwait(false);
        Guid[] written = [.. notes.Where(note => note["isdocument"].Raw is not true).Select(note => note.Id)];
        if (written.Length == 0)
            return;
        await foreach (var result in new NowRunner(run.Parts, mappings, run.Observer)
            .RunIdsAsync(mapping, SyncDirection.ToBusinessCentral, written, new PlanPolicy(), CancellationToken.None).ConfigureAwait(false))
        {
            if (result.Error is { } error)
                run.Observer.Warning($"A note of an order was not copied. {error.Message} {error.RecommendedAction}");
        }
    }
}
