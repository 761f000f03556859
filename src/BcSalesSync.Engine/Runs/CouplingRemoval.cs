using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;
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
internal sealed class CouplingRemoval(EngineParts parts, MappingSet mappings, RemovalRule rule = RemovalRule.WhateverBecame)
{
    private readonly Uncoupler uncoupler = new(parts.Endpoints, parts.State, parts.Clock, rule);

    /// <summary>Removes couplings of one mapping; their outcomes come first, then those of what went along.</summary>
    public async Task<IReadOnlyList<Outcome<BcCoupling>>> RemoveAsync(
        TableMapping mapping, IReadOnlyList<CouplingState> couplings, CancellationToken cancellationToken)
    {
        if (couplings.Count == 0)
            return [];
        var along = await RemoveDependantsAsync(mapping, couplings, cancellationToken).ConfigureAwait(false);
        var removed = await uncoupler.RemoveAsync(mapping, couplings, cancellationToken).ConfigureAwait(false);
        if (removed.Count > 0 && await uncoupler.WritesAsync(mapping, cancellationToken).ConfigureAwait(false))
        {
            var released = removed.Count(outcome => outcome.Failure is null);
            var counts = new JobCounts { Modified = released, Uncoupled = released, Failed = removed.Count - released };
            await JobLog.UncoupledAsync(parts, mapping, counts).ConfigureAwait(false);
        }

        var now = parts.Clock.GetUtcNow();
        var outcomes = removed.Select(outcome => new Outcome<BcCoupling>
        {
            Value = outcome.Failure is null ? outcome.Coupling.ToContract(mapping) : null,
            Error = outcome.Failure is { } failure ? WriteFailures.Refused(SystemSide.Sales, failure).ToError(now, mapping.Name).About(outcome.Coupling) : null,
            Input = outcome.Coupling.ToContract(mapping),
        });
        return [.. outcomes, .. along];
    }

    /// <summary>
    /// Removes couplings of one mapping whose row of Sales is gone, so that there is nothing to write; always logged. Outcomes as in removing.
    /// </summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="couplings">The couplings.</param>
    /// <param name="counts">What else was done to them.</param>
    /// <param name="cancellationToken">Stops before anything is removed.</param>
    public async Task<IReadOnlyList<Outcome<BcCoupling>>> ForgetAsync(
        TableMapping mapping, IReadOnlyList<CouplingState> couplings, JobCounts counts, CancellationToken cancellationToken)
    {
        if (couplings.Count == 0 && counts == new JobCounts())
            return [];
        var along = couplings.Count == 0 ? [] : await RemoveDependantsAsync(mapping, couplings, cancellationToken).ConfigureAwait(false);
        var forgotten = await uncoupler.ForgetAsync(couplings).ConfigureAwait(false);
        await JobLog.UncoupledAsync(parts, mapping, counts with { Uncoupled = forgotten.Count }).ConfigureAwait(false);
        var outcomes = forgotten.Select(coupling => coupling.ToContract(mapping)).Select(coupling => new Outcome<BcCoupling>
        {
            Value = coupling,
            Input = coupling,
        });
        return [.. outcomes, .. along];
    }

    /// <summary>Whether something goes along with couplings when they are removed.</summary>
    public async Task<bool> HasDependantsAsync(
        TableMapping mapping, IReadOnlyList<CouplingState> couplings, CancellationToken cancellationToken)
    {
        foreach (var child in DependantCouplings.MappingsUnder(mappings, mapping))
        {
            var dependants = await new DependantCouplings(parts.Endpoints, parts.State, child, mapping)
                .OfAsync(couplings, cancellationToken).ConfigureAwait(false);
            if (dependants.Count > 0)
                return true;
        }

        return false;
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

        if (mapping.Family == StatisticsRemoval.Customers && couplings.Count > 0)
            await new StatisticsRemoval(parts.Endpoints, parts.State, parts.Clock).RunAsync(couplings, cancellationToken).ConfigureAwait(false);
        return removed;
    }
}
