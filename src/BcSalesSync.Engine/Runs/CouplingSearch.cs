using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Couplings;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs;

/// <summary>Finds the couplings a person asks for.</summary>
internal sealed class CouplingSearch(EngineParts parts, MappingSet mappings)
{
    /// <summary>What a query asks of the state.</summary>
    public static CouplingCondition Condition(CouplingQuery query) => new()
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
    /// Couplings that fit, mapping by mapping in the order of their numbers; skipped ones in one list, the newest failure first
    /// (spec/engine.md 6).
    /// </summary>
    public async IAsyncEnumerable<BcCoupling> FindAsync(CouplingQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = mappings.All.Named(query.Mapping, parts.Clock.GetUtcNow());
        var condition = Condition(query);
        var found = condition.NewestFailureFirst && wanted.Count != 1
            ? AcrossAsync(wanted, condition, cancellationToken)
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

    private async IAsyncEnumerable<BcCoupling> AcrossAsync(
        IReadOnlyList<TableMapping> wanted, CouplingCondition condition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var byName = wanted.ToDictionary(mapping => mapping.Name);
        await foreach (var coupling in parts.State.Couplings.ReadAsync(null, condition, cancellationToken).ConfigureAwait(false))
        {
            if (byName.TryGetValue(coupling.Mapping, out var mapping))
                yield return coupling.ToContract(mapping);
        }
    }
}
