using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Couplings;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Runs.Repair;

namespace BcSalesSync.Engine.Runs;

/// <summary>Finds the couplings a person asks for.</summary>
/// <param name="parts">What the engine works with.</param>
/// <param name="mappings">The mappings.</param>
/// <param name="observer">Hears what is not quite as it was asked; null when nobody listens.</param>
public sealed class CouplingSearch(EngineParts parts, MappingSet mappings, ISyncObserver? observer = null)
{
    /// <summary>What a query asks of the state.</summary>
    internal static CouplingCondition Condition(CouplingQuery query) => new()
    {
        Skipped = query.Skipped,
        Failed = query.Failed,
        BcId = query.Records?.BcId,
        BcNo = query.Records?.BcNo,
        SalesId = query.Records?.SalesId,
        SalesName = query.Records?.SalesName,
        Wildcards = !query.Literal,
        NewestFailureFirst = query.Skipped,
    };

    /// <summary>
    /// Couplings that fit, mapping by mapping in the order of their numbers. Skipped ones come in one list, the newest failure first
    /// (spec/engine.md 6); for broken ones both systems are asked.
    /// </summary>
    public async IAsyncEnumerable<BcCoupling> FindAsync(CouplingQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var condition = Condition(query);
        var documents = query.Broken ? [] : UnmappedDocuments.Named(query.Mapping, mappings.All);
        foreach (var kind in documents)
        {
            await foreach (var coupling in parts.State.Couplings.ReadAsync(kind.Name, condition, cancellationToken).ConfigureAwait(false))
                yield return coupling.ToContract(null) with { BcTable = kind.BcTable, SalesTable = kind.SalesTable };
        }

        if (documents.Count > 0 && !WildcardPattern.HasWildcards(query.Mapping!))
            yield break;
        var wanted = mappings.All.Named(query.Mapping, parts.Clock.GetUtcNow());
        var found = query.Broken ? BrokenAsync(wanted, condition, cancellationToken)
            : query.Skipped ? new SkippedListing(parts, mappings, observer).ReadAsync(wanted, condition, cancellationToken)
            : InTurnAsync(wanted, condition, cancellationToken);
        await foreach (var coupling in found.ConfigureAwait(false))
            yield return coupling;
    }

    private async IAsyncEnumerable<BcCoupling> InTurnAsync(
        IReadOnlyList<TableMapping> wanted, CouplingCondition condition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var mapping in wanted)
        {
            await foreach (var coupling in parts.State.Couplings.ReadAsync(mapping.Name, condition, cancellationToken)
                .ConfigureAwait(false))
                yield return coupling.ToContract(mapping);
        }
    }

    private async IAsyncEnumerable<BcCoupling> BrokenAsync(
        IReadOnlyList<TableMapping> wanted, CouplingCondition condition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var mapping in wanted)
        {
            await foreach (var pair in new BrokenCouplings(parts).FindAsync(mapping, condition, cancellationToken).ConfigureAwait(false))
                yield return pair.ToContract(mapping);
        }
    }
}
