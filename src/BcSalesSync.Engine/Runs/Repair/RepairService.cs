using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs.Repair;

/// <summary>Finds couplings whose records are gone, and repairs them (spec/engine.md 3.6, 6).</summary>
public sealed class RepairService(EngineParts parts, MappingSet mappings, ISyncObserver observer)
{
    private const int Chunk = 500;
    private readonly BrokenCouplings broken = new(parts);

    /// <summary>What would be done with the broken ones. Writes nothing anywhere.</summary>
    public async IAsyncEnumerable<BcCouplingRepair> PlanAsync(
        CouplingRepairRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (request.Couplings is { } given)
        {
            await foreach (var (mapping, pair) in AmongAsync(given, cancellationToken).ConfigureAwait(false))
                yield return RepairPlanner.Plan(mapping, pair, request.Resolution, parts.Clock.GetUtcNow());
            yield break;
        }

        foreach (var mapping in mappings.All.Named(request.Query.Mapping, parts.Clock.GetUtcNow()))
        {
            await foreach (var pair in broken.FindAsync(mapping, CouplingSearch.Condition(request.Query), cancellationToken)
                .ConfigureAwait(false))
                yield return RepairPlanner.Plan(mapping, pair, request.Resolution, parts.Clock.GetUtcNow());
        }
    }

    /// <summary>
    /// Repairs. What was planned is looked at again first: a pair that is not broken the same way any more is left alone.
    /// </summary>
    public async IAsyncEnumerable<Outcome<BcCoupling>> RepairAsync(
        IReadOnlyList<BcCouplingRepair> repairs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var group in repairs.Where(repair => repair.Error is null).GroupBy(repair => repair.Action))
        {
            var planned = group.Select(repair => repair.Coupling).ToArray();
            var asPlanned = planned.ToLookup(coupling => (coupling.Mapping, coupling.BcId), coupling => coupling.Missing);
            var pairs = new Dictionary<TableMapping, List<BrokenPair>>();
            await foreach (var (mapping, pair) in AmongAsync(planned, cancellationToken).ConfigureAwait(false))
            {
                if (!asPlanned[(pair.Coupling.Mapping, pair.Coupling.BcId)].Contains(pair.Missing))
                    continue;
                if (!pairs.TryGetValue(mapping, out var known))
                    pairs[mapping] = known = [];
                known.Add(pair);
            }

            var left = planned.Length - pairs.Values.Sum(known => known.Count);
            if (left > 0)
                observer.Warning($"{left} couplings are left alone: their records came back, went too, or were coupled otherwise meanwhile.");
            foreach (var (mapping, known) in pairs)
            {
                foreach (var outcome in await RepairAsync(mapping, group.Key, known, cancellationToken).ConfigureAwait(false))
                    yield return outcome;
            }
        }
    }

    private Task<IReadOnlyList<Outcome<BcCoupling>>> RepairAsync(
        TableMapping mapping, CouplingRepair action, IReadOnlyList<BrokenPair> pairs, CancellationToken cancellationToken) => action switch
    {
        CouplingRepair.RemoveCoupling => new BrokenRemoval(parts, mappings).RemoveAsync(mapping, pairs, cancellationToken),
        CouplingRepair.DeleteRecord => new SurvivorDeletion(parts, mappings).DeleteAsync(mapping, pairs, cancellationToken),
        _ => new RecordRestoration(parts, mappings, observer).RestoreAsync(mapping, pairs, cancellationToken),
    };

    private async IAsyncEnumerable<(TableMapping Mapping, BrokenPair Pair)> AmongAsync(
        IReadOnlyList<BcCoupling> couplings, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var group in couplings.GroupBy(coupling => coupling.Mapping, StringComparer.OrdinalIgnoreCase))
        {
            var mapping = mappings.All.Find(group.Key, parts.Clock.GetUtcNow());
            foreach (var chunk in group.DistinctBy(coupling => coupling.BcId).Chunk(Chunk))
            {
                var stored = await parts.State.Couplings
                    .FindByBcIdAsync(mapping.Family, [.. chunk.Select(coupling => coupling.BcId)], cancellationToken).ConfigureAwait(false);
                foreach (var pair in await CheckAsync(mapping, stored, chunk, cancellationToken).ConfigureAwait(false))
                    yield return (mapping, pair);
            }
        }
    }

    private async Task<IReadOnlyList<BrokenPair>> CheckAsync(
        TableMapping mapping, IReadOnlyList<CouplingState> stored, IReadOnlyList<BcCoupling> meant, CancellationToken cancellationToken)
    {
        var partners = meant.ToDictionary(coupling => coupling.BcId, coupling => coupling.SalesId);
        var same = stored.Where(coupling => coupling.Mapping == mapping.Name && partners[coupling.BcId] == coupling.SalesId).ToArray();
        return same.Length == 0 ? [] : await broken.CheckAsync(mapping, same, cancellationToken).ConfigureAwait(false);
    }
}
