using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Couplings;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Recovery;
using BcSalesSync.Engine.Runs.Now;

namespace BcSalesSync.Engine.Runs;

/// <summary>Makes, shows and removes couplings, and synchronises what was just coupled.</summary>
public sealed class CouplingService(EngineParts parts, MappingSet mappings, ISyncObserver observer)
{
    private const int Chunk = 500;

    /// <summary>One outcome for each request, in order; requests are resolved in batches.</summary>
    public async IAsyncEnumerable<Outcome<BcCoupling>> CoupleAsync(
        IReadOnlyList<CouplingRequest> requests, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var chunk in requests.Chunk(Chunk))
        {
            var outcomes = new Outcome<BcCoupling>?[chunk.Length];
            foreach (var group in chunk.Select((request, index) => (request, index))
                .GroupBy(item => item.request.Mapping, StringComparer.OrdinalIgnoreCase))
                await CoupleGroupAsync(group.Key, [.. group], outcomes, cancellationToken).ConfigureAwait(false);
            foreach (var outcome in outcomes)
                yield return outcome!;
        }
    }

    /// <summary>Couplings that fit the query.</summary>
    public IAsyncEnumerable<BcCoupling> GetAsync(CouplingQuery query, CancellationToken cancellationToken) =>
        new CouplingSearch(parts, mappings).FindAsync(query, cancellationToken);

    /// <summary>Removes couplings; one that is not there is passed over (spec/engine.md 1.5).</summary>
    public async IAsyncEnumerable<Outcome<BcCoupling>> UncoupleAsync(
        IReadOnlyList<BcCoupling> couplings, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var removal = new CouplingRemoval(parts, mappings);
        foreach (var group in couplings.GroupBy(coupling => coupling.Mapping, StringComparer.OrdinalIgnoreCase))
        {
            var mapping = mappings.All.Find(group.Key, parts.Clock.GetUtcNow());
            foreach (var chunk in group.Chunk(Chunk))
            {
                var stored = await parts.State.Couplings
                    .FindByBcIdAsync(mapping.Family, [.. chunk.Select(coupling => coupling.BcId)], cancellationToken).ConfigureAwait(false);
                foreach (var outcome in await removal.RemoveAsync(mapping, stored, cancellationToken).ConfigureAwait(false))
                    yield return outcome;
            }
        }
    }

    private async Task CoupleGroupAsync(
        string name, IReadOnlyList<(CouplingRequest Request, int Index)> group, Outcome<BcCoupling>?[] outcomes,
            CancellationToken cancellationToken)
    {
        if (mappings.Find(name) is not { } mapping)
        {
            var error = MappingErrors.NotFound(parts.Clock.GetUtcNow(), name, mappings.All.Select(known => known.Name));
            foreach (var (request, index) in group)
                outcomes[index] = new Outcome<BcCoupling> { Error = WithOrigin(error, request), Input = request.Input };
            return;
        }

        var pairs = group.Where(item => item.Request.CreateIn is null).ToArray();
        if (pairs.Length > 0)
        {
            var typed = IsTyped([.. pairs.Select(item => item.Request)]);
            var decisions = await new Coupler(parts.Endpoints, mappings, parts.State, parts.Clock, typed)
                .CoupleAsync(mapping, [.. pairs.Select(item => item.Request.Records)], cancellationToken).ConfigureAwait(false);
            foreach (var (item, decision) in pairs.Zip(decisions))
                outcomes[item.Index] = ToOutcome(mapping, item.Request, decision);
            await SyncCoupledAsync(mapping, [.. pairs.Zip(decisions)], outcomes, cancellationToken).ConfigureAwait(false);
        }

        var creator = new CounterpartCreation(parts, mappings, observer);
        foreach (var creates in group.Where(item => item.Request.CreateIn is not null).GroupBy(item => item.Request.CreateIn!.Value))
            await creator.CreateAsync(mapping, creates.Key, [.. creates], outcomes, cancellationToken).ConfigureAwait(false);
    }

    private async Task SyncCoupledAsync(
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

    // What a person typed may be the beginning of a name; in rows of a file or a pipeline it would be a guess, and not the same one
    // for every row.
    internal static bool IsTyped(IReadOnlyList<CouplingRequest> requests) => requests is [{ Origin: null }];

    private Outcome<BcCoupling> ToOutcome(TableMapping mapping, CouplingRequest request, PairDecision decision) => new()
    {
        Value = decision.Coupling?.ToContract(mapping),
        Error = decision.Failure is { } failure ? WithOrigin(failure.ToError(parts.Clock.GetUtcNow(), mapping.Name), request) : null,
        Input = request.Input,
        Unchanged = decision.Unchanged,
    };

    /// <summary>The error with the place the request came from in front.</summary>
    internal static BcSyncError WithOrigin(BcSyncError error, CouplingRequest request) => error with
    {
        Message = request.Origin is { } origin ? $"{origin}: {error.Message}" : error.Message,
        BcId = request.Records.BcId,
        BcNo = request.Records.BcNo,
        SalesId = request.Records.SalesId,
        SalesName = request.Records.SalesName,
    };
}
