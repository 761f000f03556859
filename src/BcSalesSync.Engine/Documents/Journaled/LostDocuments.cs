using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Building;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Journaled;

/// <summary>Looks for what creates left behind whose answers were lost: of the same customer and key, not there before, and coupled to nothing.</summary>
/// <param name="parts">What the engine works with.</param>
/// <param name="form">The tables that take the documents.</param>
/// <param name="mapping">Mapping under which they are coupled.</param>
/// <param name="family">Family within which their couplings are unique.</param>
internal sealed class LostDocuments(EngineParts parts, BcDocumentForm form, string mapping, string family)
{
    /// <summary>What may be each of the documents that were written down, by the id of the document in Sales: nothing, it, or several.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Record>>> FindAsync(
        IReadOnlyList<DocumentPlan> plans, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, IReadOnlyList<Record>>();
        var intents = await parts.State.Pending.IntentsAsync(mapping, SyncDirection.ToBusinessCentral, cancellationToken).ConfigureAwait(false);
        var wanted = intents.IntersectBy(plans.Select(plan => plan.Document.Id), intent => intent.SourceId).ToArray();
        if (wanted.Length == 0)
            return found;
        var rows = await new KeyedDocuments(parts, form).ReadAsync(wanted, cancellationToken).ConfigureAwait(false);
        var taken = (await parts.State.Couplings.FindByBcIdAsync(family, [.. rows.Select(row => row.Id)], cancellationToken).ConfigureAwait(false))
            .Select(coupling => coupling.BcId).ToHashSet();
        foreach (var intent in wanted)
        {
            found[intent.SourceId] =
            [
                .. rows.Where(row => !taken.Contains(row.Id) && KeyedDocuments.Holds(row, intent) && intent.Before?.Contains(row.Id) is not true),
            ];
        }

        // Two orders that look the same and one that was created: nobody can tell whose it is.
        foreach (var twins in wanted.GroupBy(intent => (intent.KeyColumn, intent.KeyValue, intent.Sent["customerId"].AsId())).Where(twins => twins.Count() > 1))
        {
            Record[] all = [.. twins.SelectMany(twin => found[twin.SourceId]).DistinctBy(row => row.Id)];
            foreach (var twin in twins)
                found[twin.SourceId] = all.Length == 1 ? [.. all, .. all] : all;
        }

        return found;
    }
}
