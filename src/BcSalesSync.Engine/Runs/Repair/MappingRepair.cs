using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Runs.Repair;

/// <summary>
/// Repairs couplings of one mapping as was planned. No run works on the mapping meanwhile, as it might just be restoring a record; the pairs
/// are looked at again under that cover, and one that is not broken the same way any more is left alone.
/// </summary>
internal sealed class MappingRepair(EngineParts parts, MappingSet mappings, ISyncObserver observer, TableMapping mapping)
{
    /// <summary>The outcomes; what keeps the whole mapping from being repaired is told of each pair.</summary>
    public async Task<IReadOnlyList<Outcome<BcCoupling>>> RepairAsync(
        CouplingRepair action, IReadOnlyList<BcCoupling> planned, CancellationToken cancellationToken)
    {
        var outcomes = new List<Outcome<BcCoupling>>();
        try
        {
            await RepairAsync(action, planned, outcomes, cancellationToken).ConfigureAwait(false);
            var left = Open(planned, outcomes).Count();
            if (left > 0)
                observer.Warning(
                    $"{left} couplings of mapping {mapping.Name} are left alone: their records came back, went too, or were coupled otherwise meanwhile.");
        }
        catch (EndpointException problem)
        {
            Fail(planned, outcomes, EndpointErrors.ToException(problem, mapping.Name).Error);
        }
        catch (SyncException problem)
        {
            Fail(planned, outcomes, problem.Error);
        }

        return outcomes;
    }

    private async Task RepairAsync(
        CouplingRepair action, IReadOnlyList<BcCoupling> planned, List<Outcome<BcCoupling>> outcomes, CancellationToken cancellationToken)
    {
        await using var lease = await MappingLease.TakeAsync(parts, mapping.Name, parts.Ids.NewId(), cancellationToken).ConfigureAwait(false);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        try
        {
            var pairs = await LookAgainAsync(action, planned, outcomes, ends.Token).ConfigureAwait(false);
            if (pairs.Count > 0)
                await ApplyAsync(lease, action, pairs, outcomes, ends.Token).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is ClaimLostException || lease.Lost.IsCancellationRequested)
        {
            throw await lease.LossAsync().ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<BrokenPair>> LookAgainAsync(
        CouplingRepair action, IReadOnlyList<BcCoupling> planned, List<Outcome<BcCoupling>> outcomes, CancellationToken cancellationToken)
    {
        var asPlanned = planned.ToDictionary(coupling => coupling.BcId, coupling => coupling.Missing);
        var pairs = new List<BrokenPair>();
        foreach (var pair in await new BrokenCouplings(parts).CheckAsync(mapping, planned, cancellationToken).ConfigureAwait(false))
        {
            if (asPlanned[pair.Coupling.BcId] != pair.Missing)
                continue;
            if (RepairPlanner.Plan(mapping, pair, action, parts.Clock.GetUtcNow()).Error is { } error)
                outcomes.Add(new Outcome<BcCoupling> { Error = error, Input = pair.ToContract(mapping) });
            else
                pairs.Add(pair);
        }

        return pairs;
    }

    private Task ApplyAsync(
        MappingLease lease, CouplingRepair action, IReadOnlyList<BrokenPair> pairs, List<Outcome<BcCoupling>> outcomes,
            CancellationToken cancellationToken)
    {
        var held = parts with { State = lease.State, Endpoints = lease.Endpoints };
        return action switch
        {
            CouplingRepair.RemoveCoupling => new BrokenRemoval(held, mappings).RemoveAsync(mapping, pairs, outcomes, cancellationToken),
            CouplingRepair.DeleteRecord => new SurvivorDeletion(held, mappings).DeleteAsync(mapping, pairs, outcomes, cancellationToken),
            _ => new RecordRestoration(parts, mappings, observer, lease).RestoreAsync(mapping, pairs, outcomes, cancellationToken),
        };
    }

    private void Fail(IReadOnlyList<BcCoupling> planned, List<Outcome<BcCoupling>> outcomes, BcSyncError error)
    {
        var now = parts.Clock.GetUtcNow();
        outcomes.AddRange(Open(planned, outcomes)
            .Select(coupling => new Outcome<BcCoupling> { Error = (error with { Time = now }).About(coupling), Input = coupling }).ToArray());
    }

    private IEnumerable<BcCoupling> Open(IReadOnlyList<BcCoupling> planned, List<Outcome<BcCoupling>> outcomes)
    {
        var settled = outcomes.IdsOf(mapping);
        return planned.Where(coupling => !settled.Contains(coupling.BcId));
    }
}
