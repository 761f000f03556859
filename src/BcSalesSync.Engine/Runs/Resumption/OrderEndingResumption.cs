using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Couplings;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs.Resumption;

/// <summary>
/// Takes orders up again that left Business Central and could not be ended in Sales. What is remembered of them stands under other names
/// than that of their mapping.
/// </summary>
internal sealed class OrderEndingResumption(EngineParts parts, TableMapping mapping)
{
    private static readonly (string Name, string Family)[] Places =
        [(OrderEndingNames.Closing, UnmappedDocuments.OrderFamily), (OrderEndingNames.Archived, OrderEndingNames.ArchivedFamily)];

    /// <summary>Makes the orders due that the query names, all if it names none; nothing for other mappings than that of orders.</summary>
    public async IAsyncEnumerable<CouplingState> ResumeAsync(
        CouplingQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (records, couplings) in FindAsync(query, cancellationToken).ConfigureAwait(false))
        {
            var now = parts.Clock.GetUtcNow();
            var due = records.Select(record => record.TakenUp(now));
            await parts.State.CommitAsync(new StateChange { Pending = [.. due], Now = now }, cancellationToken).ConfigureAwait(false);
            foreach (var coupling in couplings)
                yield return coupling with { Mapping = mapping.Name };
        }
    }

    /// <summary>What is remembered of such orders, with their couplings, in pages.</summary>
    public async IAsyncEnumerable<(IReadOnlyList<PendingRecord> Records, IReadOnlyList<CouplingState> Couplings)> FindAsync(
        CouplingQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (mapping.Name != UnmappedDocuments.Orders)
            yield break;
        foreach (var (name, family) in Places)
        {
            var pages = new List<IReadOnlyList<PendingRecord>>();
            await foreach (var page in parts.State.Pending.FailedAsync(name, cancellationToken).ConfigureAwait(false))
                pages.Add(page);
            foreach (var page in pages)
            {
                var couplings = await parts.State.Couplings
                    .FindByBcIdAsync(family, [.. page.Select(record => record.SourceId)], cancellationToken).ConfigureAwait(false);
                CouplingState[] named = [.. couplings.Where(coupling => Fits(coupling, query))];
                var ids = named.Select(coupling => coupling.BcId).ToHashSet();
                if (named.Length > 0)
                    yield return ([.. page.Where(record => ids.Contains(record.SourceId))], named);
            }
        }
    }

    private static bool Fits(CouplingState coupling, CouplingQuery query) => query.Records is not { } records
        || ((records.BcId ?? coupling.BcId) == coupling.BcId && (records.SalesId ?? coupling.SalesId) == coupling.SalesId
            && (records.BcNo is null || query.Fits(records.BcNo, coupling.BcNo))
            && (records.SalesName is null || query.Fits(records.SalesName, coupling.SalesName)));
}
