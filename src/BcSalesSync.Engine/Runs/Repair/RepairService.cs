using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.Runs.Repair;

/// <summary>Finds couplings whose records are gone, and repairs them (spec/engine.md 3.6, 6).</summary>
public sealed class RepairService(EngineParts parts, MappingSet mappings, ISyncObserver observer)
{
    private const int Chunk = 500;
    private readonly BrokenCouplings broken = new(parts);

    /// <summary>
    /// What would be done with the broken ones. Writes nothing anywhere. A mapping whose tables cannot be read is told at the end, so that it
    /// does not keep the others from being repaired; a system that does not answer at all ends it.
    /// </summary>
    public async IAsyncEnumerable<BcCouplingRepair> PlanAsync(
        CouplingRepairRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (request.Couplings is { } given)
        {
            await foreach (var (mapping, pair) in AmongAsync(given, cancellationToken).ConfigureAwait(false))
                yield return RepairPlanner.Plan(mapping, pair, request.Resolution, parts.Clock.GetUtcNow());
            yield break;
        }

        var problems = new List<SyncException>();
        foreach (var mapping in mappings.All.Named(request.Query.Mapping, parts.Clock.GetUtcNow()))
        {
            await using var pairs = new GuardedSearch(mapping, broken.FindAsync(mapping, CouplingSearch.Condition(request.Query), cancellationToken));
            while (await pairs.MoveNextAsync(problems).ConfigureAwait(false))
                yield return RepairPlanner.Plan(mapping, pairs.Current, request.Resolution, parts.Clock.GetUtcNow());
        }

        if (problems.Count > 0)
            throw RepairErrors.NotLookedAt(problems);
    }

    /// <summary>
    /// Repairs. What was planned is looked at again first: a pair that is not broken the same way any more is left alone. A mapping that cannot
    /// be worked on costs only its own pairs.
    /// </summary>
    public async IAsyncEnumerable<Outcome<BcCoupling>> RepairAsync(
        IReadOnlyList<BcCouplingRepair> repairs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var group in repairs.Where(repair => repair.Error is null).GroupBy(repair => (repair.Action, repair.Coupling.Mapping)))
        {
            var repair = new MappingRepair(parts, mappings, observer, mappings.All.Find(group.Key.Mapping, parts.Clock.GetUtcNow()));
            foreach (var chunk in group.Select(planned => planned.Coupling).DistinctBy(coupling => coupling.BcId).Chunk(Chunk))
            {
                foreach (var outcome in await repair.RepairAsync(group.Key.Action, chunk, cancellationToken).ConfigureAwait(false))
                    yield return outcome;
            }
        }
    }

    private async IAsyncEnumerable<(TableMapping Mapping, BrokenPair Pair)> AmongAsync(
        IReadOnlyList<BcCoupling> couplings, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var group in couplings.GroupBy(coupling => coupling.Mapping, StringComparer.OrdinalIgnoreCase))
        {
            var mapping = mappings.All.Find(group.Key, parts.Clock.GetUtcNow());
            foreach (var chunk in group.DistinctBy(coupling => coupling.BcId).Chunk(Chunk))
            {
                foreach (var pair in await broken.CheckAsync(mapping, chunk, cancellationToken).ConfigureAwait(false))
                    yield return (mapping, pair);
            }
        }
    }
}
