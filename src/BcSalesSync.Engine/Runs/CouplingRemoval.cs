using BcSalesSync.Contracts;
using BcSalesSync.Engine.Couplings;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;
using BcSalesSync.Engine.Runs.Passes;

namespace BcSalesSync.Engine.Runs;

/// <summary>
/// Removes couplings and those that go along with them, and logs what was done. Whatever hangs on a coupling goes first, so that one who
/// is interrupted finds the rest again.
/// </summary>
internal sealed class CouplingRemoval(EngineParts parts, MappingSet mappings)
{
    private readonly Uncoupler uncoupler = new(parts.Endpoints, parts.State, parts.Clock);

    /// <summary>Removes couplings of one mapping; their outcomes come first, then those of what went along.</summary>
    public async Task<IReadOnlyList<Outcome<BcCoupling>>> RemoveAsync(
        TableMapping mapping, IReadOnlyList<CouplingState> couplings, CancellationToken cancellationToken)
    {
        if (couplings.Count == 0)
            return [];
        var along = await RemoveDependantsAsync(mapping, couplings, cancellationToken).ConfigureAwait(false);
        var removed = await uncoupler.RemoveAsync(mapping, couplings, cancellationToken).ConfigureAwait(false);
        if (removed.Count > 0 && await uncoupler.WritesAsync(mapping, cancellationToken).ConfigureAwait(false))
            await JobLog.UncoupledAsync(parts, mapping, removed.Count(outcome => outcome.Failure is null),
                removed.Count(outcome => outcome.Failure is not null)).ConfigureAwait(false);
        var now = parts.Clock.GetUtcNow();
        var outcomes = removed.Select(outcome => new Outcome<BcCoupling>
        {
            Value = outcome.Coupling.ToContract(mapping),
            Error = outcome.Failure is { } failure ? WriteFailures.Refused(SystemSide.Sales, failure).ToError(now, mapping.Name) : null,
        });
        return [.. outcomes, .. along];
    }

    /// <summary>Removes what goes along with couplings that are about to be removed.</summary>
    public async Task<IReadOnlyList<Outcome<BcCoupling>>> RemoveDependantsAsync(
        TableMapping mapping, IReadOnlyList<CouplingState> couplings, CancellationToken cancellationToken)
    {
        var removed = new List<Outcome<BcCoupling>>();
        foreach (var child in DependantCouplings.MappingsUnder(mappings, mapping))
        {
            var dependants = await new DependantCouplings(parts.Endpoints, parts.State, child, mapping)
                .OfAsync(couplings, cancellationToken).ConfigureAwait(false);
            removed.AddRange(await RemoveAsync(child, dependants, cancellationToken).ConfigureAwait(false));
        }

        return removed;
    }
}
