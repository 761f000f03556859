using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Changes.Translating.Orders;
using BcSalesSync.Engine.Couplings;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Runs;

/// <summary>Makes couplings, and synchronises what was just coupled.</summary>
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

    private async Task CoupleGroupAsync(
        string name, IReadOnlyList<(CouplingRequest Request, int Index)> group, Outcome<BcCoupling>?[] outcomes,
            CancellationToken cancellationToken)
    {
        if (mappings.Find(name) is not { } mapping)
        {
            var error = MappingErrors.NotFound(parts.Clock.GetUtcNow(), name, mappings.All.Select(known => known.Name));
            foreach (var (request, index) in group)
                outcomes[index] = new Outcome<BcCoupling> { Error = error.From(request), Input = request.Input };
            return;
        }

        var pairs = group.Where(item => item.Request.CreateIn is null).ToArray();
        if (pairs.Length > 0)
        {
            var typed = CouplingRequests.IsTyped([.. pairs.Select(item => item.Request)]);
            var setup = await new OrderSetup(parts.Endpoints, mappings.Setup).WriteInOfAsync(mapping, cancellationToken).ConfigureAwait(false);
            var decisions = await new Coupler(parts.Endpoints, setup, parts.State, parts.Clock, typed)
                .CoupleAsync(mapping, [.. pairs.Select(item => item.Request.Records)], cancellationToken).ConfigureAwait(false);
            foreach (var (item, decision) in pairs.Zip(decisions))
                outcomes[item.Index] = ToOutcome(mapping, item.Request, decision);
            await new CoupledSync(parts, mappings, observer)
                .SyncAsync(mapping, [.. pairs.Zip(decisions)], outcomes, cancellationToken).ConfigureAwait(false);
        }

        var creator = new CounterpartCreation(parts, mappings, observer);
        foreach (var creates in group.Where(item => item.Request.CreateIn is not null).GroupBy(item => item.Request.CreateIn!.Value))
            await creator.CreateAsync(mapping, creates.Key, [.. creates], outcomes, cancellationToken).ConfigureAwait(false);
    }

    private Outcome<BcCoupling> ToOutcome(TableMapping mapping, CouplingRequest request, PairDecision decision) => new()
    {
        Value = decision.Coupling?.ToContract(mapping),
        Error = decision.Failure is { } failure ? failure.ToError(parts.Clock.GetUtcNow(), mapping.Name).From(request) : null,
        Input = request.Input,
        Unchanged = decision.Unchanged,
    };
}
