using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Runs;
using BcSalesSync.Engine.Runs.Now;

namespace BcSalesSync.Engine.Documents.Notes;

/// <summary>
/// Brings the notes of orders along that were just created, by the mapping that keeps notes in step ever after (spec/documents.md 2.7). What
/// cannot come now comes with that mapping's next run.
/// </summary>
internal sealed class OrderNotes(EngineParts parts, MappingSet mappings, ISyncObserver observer)
{
    /// <summary>Name of the mapping.</summary>
    public const string Mapping = "ORDER-NOTES";

    /// <summary>Copies the notes of orders to Business Central.</summary>
    public async Task CopyAsync(IReadOnlyCollection<Guid> orders, CancellationToken cancellationToken)
    {
        if (orders.Count == 0 || mappings.Find(Mapping) is not { Enabled: true } mapping)
            return;
        var notes = await parts.Endpoints.Sales.ReadByValueAsync(
            mapping.SalesTable, ["isdocument"], "objectid", [.. orders.Select(order => FieldValue.Id(order))], cancellationToken)
                .ConfigureAwait(false);
        Guid[] written = [.. notes.Where(note => note["isdocument"].Raw is not true).Select(note => note.Id)];
        if (written.Length == 0)
            return;
        try
        {
            await foreach (var result in new NowRunner(parts, mappings, observer)
                .RunIdsAsync(mapping, SyncDirection.ToBusinessCentral, written, new PlanPolicy(), cancellationToken).ConfigureAwait(false))
            {
                if (result.Error is { } error)
                    observer.Warning($"A note of an order was not copied. {error.Message} {error.RecommendedAction}");
            }
        }
        catch (SyncException problem)
        {
            observer.Warning($"Notes of orders were not copied yet. {problem.Error.Message} {problem.Error.RecommendedAction}");
        }
    }
}
