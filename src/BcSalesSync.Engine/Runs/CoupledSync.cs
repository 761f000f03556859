using BcSalesSync.Contracts;
using BcSalesSync.Engine.Couplings;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Runs.Now;

namespace BcSalesSync.Engine.Runs;

/// <summary>Synchronises pairs that were just coupled, as their requests ask for it.</summary>
internal sealed class CoupledSync(EngineParts parts, MappingSet mappings, ISyncObserver observer)
{
    /// <summary>Synchronises pairs of one mapping; what failed, and the couplings as they are then, are put into their outcomes.</summary>
    public async Task SyncAsync(
        TableMapping mapping,
        IReadOnlyList<((CouplingRequest Request, int Index) Item, PairDecision Decision)> coupled,
        Outcome<BcCoupling>?[] outcomes,
        CancellationToken cancellationToken)
    {
        var runner = new NowRunner(parts, mappings, observer);
        foreach (var group in coupled.Where(pair => pair.Item.Request.Sync is not null && pair.Decision.Coupling is not null)
            .GroupBy(pair => pair.Item.Request.Sync!.Value))
        {
            foreach (var direction in group.Key.Passes())
            {
                var bySource = group.ToDictionary(pair =>
                    pair.Decision.Coupling!.IdOn(direction is SyncDirection.ToSales ? SystemSide.BusinessCentral : SystemSide.Sales));
                var policy = new PlanPolicy(SourceWins: group.Key is not SyncDirection.Both, Explicit: true);
                await foreach (var result in runner.RunIdsAsync(mapping, direction, bySource.Keys, policy, cancellationToken)
                    .ConfigureAwait(false))
                {
                    var source = direction is SyncDirection.ToSales ? result.BcId : result.SalesId;
                    if (result.Error is { } error && source is { } id && bySource.TryGetValue(id, out var pair))
                        outcomes[pair.Item.Index] = outcomes[pair.Item.Index]! with { Error = error };
                }
            }

            var fresh = await parts.State.Couplings
                .FindByBcIdAsync(mapping.Family, [.. group.Select(pair => pair.Decision.Coupling!.BcId)], cancellationToken)
                    .ConfigureAwait(false);
            var byBcId = fresh.ToDictionary(coupling => coupling.BcId);
            foreach (var pair in group)
            {
                if (byBcId.TryGetValue(pair.Decision.Coupling!.BcId, out var coupling))
                    outcomes[pair.Item.Index] = outcomes[pair.Item.Index]! with { Value = coupling.ToContract(mapping) };
            }
        }
    }
}
