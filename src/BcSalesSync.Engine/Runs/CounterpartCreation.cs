using BcSalesSync.Contracts;
using BcSalesSync.Engine.Couplings;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;
using BcSalesSync.Engine.Runs.Now;

namespace BcSalesSync.Engine.Runs;

/// <summary>
/// Creates counterparts of named records and couples them (spec/engine.md 1.4). Records that are coupled already are left as they are.
/// </summary>
internal sealed class CounterpartCreation(EngineParts parts, MappingSet mappings, ISyncObserver observer)
{
    /// <summary>Creates counterparts on a side; outcomes are put at the requests' places.</summary>
    public async Task CreateAsync(
        TableMapping mapping,
        SystemSide side,
        IReadOnlyList<(CouplingRequest Request, int Index)> requests,
        Outcome<BcCoupling>?[] outcomes,
        CancellationToken cancellationToken)
    {
        var direction = side is SystemSide.Sales ? SyncDirection.ToSales : SyncDirection.ToBusinessCentral;
        if (!mapping.Direction.Includes(direction))
            throw PassErrors.DirectionNotAllowed(mapping, direction);
        var source = side is SystemSide.Sales ? SystemSide.BusinessCentral : SystemSide.Sales;
        var tableName = source is SystemSide.BusinessCentral ? mapping.BcTable : mapping.SalesTable;
        var table = mapping.Shape(source, await parts.Endpoints.On(source).GetSchemaAsync(tableName, cancellationToken).ConfigureAwait(false)
            ?? throw PassErrors.TableMissing(mapping, source));
        var columns = new[] { table.NumberColumn, table.NameColumn }.OfType<string>().Distinct().ToArray();
        var resolved = await new RecordResolver(parts.Endpoints, CouplingRequests.IsTyped([.. requests.Select(item => item.Request)]))
            .ResolveAsync(source, table, columns, [.. requests.Select(item => item.Request.Records)], cancellationToken)
                .ConfigureAwait(false);
        foreach (var (item, resolution) in requests.Zip(resolved).Where(pair => pair.Second.Failure is not null))
            outcomes[item.Index] = Failed(item.Request, resolution.Failure!.ToError(parts.Clock.GetUtcNow(), mapping.Name));
        var wanted = requests.Zip(resolved).Where(pair => pair.Second.Record is not null)
            .ToLookup(pair => pair.Second.Record!.Id, pair => pair.First);
        await CreateAsync(mapping, direction, source, wanted, outcomes, cancellationToken).ConfigureAwait(false);
    }

    private async Task CreateAsync(
        TableMapping mapping,
        SyncDirection direction,
        SystemSide source,
        ILookup<Guid, (CouplingRequest Request, int Index)> wanted,
        Outcome<BcCoupling>?[] outcomes,
        CancellationToken cancellationToken)
    {
        var ids = wanted.Select(group => group.Key).ToArray();
        var before = await FindAsync(mapping, source, ids, cancellationToken).ConfigureAwait(false);
        var fresh = ids.Except(before.Select(coupling => coupling.IdOn(source))).ToArray();
        var results = new Dictionary<Guid, BcSyncResult>();
        var failedChildren = new HashSet<string>();
        var policy = new PlanPolicy(MayCreate: true, Explicit: true);
        await foreach (var result in new NowRunner(parts, mappings, observer)
            .RunIdsAsync(mapping, direction, fresh, policy, cancellationToken).ConfigureAwait(false))
        {
            if (result.Mapping != mapping.Name && result.Error is not null)
                failedChildren.Add(result.Mapping);
            else if ((source is SystemSide.BusinessCentral ? result.BcId : result.SalesId) is { } id)
                results[id] = result;
        }

        foreach (var child in failedChildren)
            observer.Warning($"Some records of {child} that belong to what was created failed: Get-BcSyncError -Mapping {child.Typed()}.");

        var after = (await FindAsync(mapping, source, ids, cancellationToken).ConfigureAwait(false))
            .ToDictionary(coupling => coupling.IdOn(source));
        foreach (var group in wanted)
        {
            foreach (var (request, index) in group)
                outcomes[index] = Outcome(
                    mapping, request, after.GetValueOrDefault(group.Key), results.GetValueOrDefault(group.Key), !fresh.Contains(group.Key));
        }
    }

    private Outcome<BcCoupling> Outcome(
        TableMapping mapping, CouplingRequest request, CouplingState? coupling, BcSyncResult? result, bool unchanged)
    {
        if (coupling is not null)
            return new Outcome<BcCoupling>
            {
                Value = coupling.ToContract(mapping),
                Error = result?.Error,
                Input = request.Input,
                Unchanged = unchanged,
            };
        if (mapping.NeverCreates)
            return Failed(request, CouplingErrors.NeverCreated(parts.Clock.GetUtcNow(), mapping.Name));
        return Failed(request, result?.Error ?? new PlanFailure(
            FailureClass.Data,
            "BcSync.Coupling.OutsideFilter",
            $"The record is outside the filter of mapping {mapping.Name} and was not created on the other side.",
            $"Change the record, or the filter with Set-BcTableMapping -Name {mapping.Name.Typed()}.")
                .ToError(parts.Clock.GetUtcNow(), mapping.Name));
    }

    private static Outcome<BcCoupling> Failed(CouplingRequest request, BcSyncError error) =>
        new() { Error = error.From(request), Input = request.Input };

    private Task<IReadOnlyList<CouplingState>> FindAsync(
        TableMapping mapping, SystemSide source, Guid[] ids, CancellationToken cancellationToken) =>
        parts.State.Couplings.FindByIdAsync(source, mapping.Family, ids, cancellationToken);
}
