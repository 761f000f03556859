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

    /// <summary>
    /// One outcome for each request, in order: the request where it would be carried out, or why it would be refused. Counterparts that are to be
    /// created are not looked at. Writes nothing anywhere.
    /// </summary>
    public async IAsyncEnumerable<Outcome<CouplingRequest>> CheckAsync(
        IReadOnlyList<CouplingRequest> requests, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var outcomes = requests.Select(request => new Outcome<CouplingRequest> { Value = request, Input = request.Input }).ToArray();
        foreach (var group in requests.Select((request, index) => (Request: request, Index: index))
            .GroupBy(item => item.Request.Mapping, StringComparer.OrdinalIgnoreCase))
        {
            var pairs = group.Where(item => item.Request.CreateIn is null).ToArray();
            if (mappings.Find(group.Key) is not { } mapping)
            {
                foreach (var (request, index) in group)
                    outcomes[index] = new Outcome<CouplingRequest> { Error = Unknown(request), Input = request.Input };
            }
            else if (pairs.Length > 0)
            {
                var coupler = await CouplerAsync(mapping, [.. pairs.Select(item => item.Request)], cancellationToken).ConfigureAwait(false);
                var decisions = await coupler.CheckAsync(mapping, [.. pairs.Select(item => item.Request.Records)], cancellationToken).ConfigureAwait(false);
                foreach (var ((request, index), decision) in pairs.Zip(decisions))
                    outcomes[index] = ToOutcome(mapping, request, decision, decision.Failure is null ? request : null);
            }
        }

        foreach (var outcome in outcomes)
            yield return outcome;
    }

    private async Task CoupleGroupAsync(
        string name, IReadOnlyList<(CouplingRequest Request, int Index)> group, Outcome<BcCoupling>?[] outcomes,
            CancellationToken cancellationToken)
    {
        if (mappings.Find(name) is not { } mapping)
        {
            foreach (var (request, index) in group)
                outcomes[index] = new Outcome<BcCoupling> { Error = Unknown(request), Input = request.Input };
            return;
        }

        var pairs = group.Where(item => item.Request.CreateIn is null).ToArray();
        if (pairs.Length > 0)
        {
            var coupler = await CouplerAsync(mapping, [.. pairs.Select(item => item.Request)], cancellationToken).ConfigureAwait(false);
            var decisions = await coupler.CoupleAsync(mapping, [.. pairs.Select(item => item.Request.Records)], cancellationToken).ConfigureAwait(false);
            foreach (var (item, decision) in pairs.Zip(decisions))
                outcomes[item.Index] = ToOutcome(mapping, item.Request, decision, decision.Coupling?.ToContract(mapping));
            await new CoupledSync(parts, mappings, observer)
                .SyncAsync(mapping, [.. pairs.Zip(decisions)], outcomes, cancellationToken).ConfigureAwait(false);
        }

        var creator = new CounterpartCreation(parts, mappings, observer);
        foreach (var creates in group.Where(item => item.Request.CreateIn is not null).GroupBy(item => item.Request.CreateIn!.Value))
            await creator.CreateAsync(mapping, creates.Key, [.. creates], outcomes, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Coupler> CouplerAsync(
        TableMapping mapping, IReadOnlyList<CouplingRequest> requests, CancellationToken cancellationToken)
    {
        var setup = await new OrderSetup(parts.Endpoints, mappings.Setup).WriteInOfAsync(mapping, cancellationToken).ConfigureAwait(false);
        return new Coupler(parts.Endpoints, setup, parts.State, parts.Clock, CouplingRequests.IsTyped(requests));
    }

    private BcSyncError Unknown(CouplingRequest request) =>
        MappingErrors.NotFound(parts.Clock.GetUtcNow(), request.Mapping, mappings.All.Select(known => known.Name)).From(request);

    private Outcome<T> ToOutcome<T>(TableMapping mapping, CouplingRequest request, PairDecision decision, T? value)
        where T : class => new()
    {
        Value = value,
        Error = decision.Failure is { } failure ? failure.ToError(parts.Clock.GetUtcNow(), mapping.Name).From(request) : null,
        Input = request.Input,
        Unchanged = decision.Unchanged,
    };
}
