using BcSalesSync.Contracts;
using BcSalesSync.Engine.Couplings;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;
using BcSalesSync.Engine.Runs.Now;

namespace BcSalesSync.Engine.Runs.Repair;

/// <summary>
/// Creates records anew from their surviving partners and couples them, as the rule RestoreRecord does, also for pairs that are skipped
/// (scenario SKP-142); a skipped pair whose record is not restored is skipped as before.
/// </summary>
internal sealed class RecordRestoration(EngineParts parts, MappingSet mappings, ISyncObserver observer, MappingLease lease)
{
    /// <summary>Restores the missing records of pairs of the mapping that is held; outcomes are added as they come.</summary>
    public async Task RestoreAsync(
        TableMapping mapping, IReadOnlyList<BrokenPair> pairs, List<Outcome<BcCoupling>> outcomes, CancellationToken cancellationToken)
    {
        var skips = new SkipSuspension(lease.State, parts.Clock, mapping);
        await skips.BeginAsync([.. pairs.Select(pair => pair.Coupling).Where(coupling => coupling.Skipped)]).ConfigureAwait(false);
        var restored = new HashSet<Guid>();
        try
        {
            foreach (var group in pairs.GroupBy(RepairPlanner.FromSurvivor))
            {
                var results = await RestoreAsync(mapping, group.Key, [.. group], cancellationToken).ConfigureAwait(false);
                outcomes.AddRange(results);
                restored.UnionWith(results.Where(outcome => outcome.Error is null).IdsOf(mapping));
            }
        }
        finally
        {
            await skips.EndAsync(restored).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<Outcome<BcCoupling>>> RestoreAsync(
        TableMapping mapping, SyncDirection direction, BrokenPair[] pairs, CancellationToken cancellationToken)
    {
        var source = pairs[0].Survivor;
        Guid[] ids = [.. pairs.Select(pair => pair.Coupling.IdOn(source))];
        var results = new Dictionary<Guid, BcSyncResult>();
        var problem = await RunAsync(mapping, direction, source, ids, results, cancellationToken).ConfigureAwait(false);
        var found = await parts.State.Couplings.FindByIdAsync(source, mapping.Family, ids, CancellationToken.None).ConfigureAwait(false);
        var after = found.ToDictionary(coupling => coupling.IdOn(source));
        return
        [
            .. pairs.Select(pair => (Pair: pair, Id: pair.Coupling.IdOn(source))).Select(item => Outcome(
                mapping, item.Pair, after.GetValueOrDefault(item.Id), results.GetValueOrDefault(item.Id), problem)),
        ];
    }

    // Pairs that were settled before the run came to an early end are as good as any; what was left undone after the last of them belongs to
    // records that hang on them, which their own mapping takes up again.
    private async Task<BcSyncError?> RunAsync(
        TableMapping mapping, SyncDirection direction, SystemSide source, Guid[] ids, Dictionary<Guid, BcSyncResult> results,
            CancellationToken cancellationToken)
    {
        var restoring = mapping with { DeletionConflict = DeletionConflictPolicy.RestoreRecord };
        try
        {
            await foreach (var result in new NowRunner(parts, mappings, observer)
                .RunIdsAsync(restoring, direction, ids, new PlanPolicy(Explicit: true), lease, cancellationToken).ConfigureAwait(false))
            {
                if (result.Mapping == mapping.Name && (source is SystemSide.BusinessCentral ? result.BcId : result.SalesId) is { } id)
                    results[id] = result;
            }

            return null;
        }
        catch (Exception problem) when (problem is SyncException or EndpointException)
        {
            var error = problem is EndpointException failure
                ? EndpointErrors.ToException(failure, mapping.Name).Error
                : ((SyncException)problem).Error;
            if (results.Count == ids.Length)
                observer.Warning($"{mapping.Name}: not all that belongs to the restored records followed. {error.Message}");
            return error;
        }
    }

    private Outcome<BcCoupling> Outcome(
        TableMapping mapping, BrokenPair pair, CouplingState? after, BcSyncResult? result, BcSyncError? problem)
    {
        var now = parts.Clock.GetUtcNow();
        var restored = after is not null && result is { Error: null, Action: SyncAction.Created };
        var reason = result is null && problem is not null
            ? (problem with { Time = now }).About(pair.Coupling)
            : result?.Error ?? RepairErrors.NotRestored(pair, result?.Reason, now);
        return new Outcome<BcCoupling>
        {
            Value = restored ? after!.ToContract(mapping) : null,
            Error = restored ? null : reason,
            Input = pair.ToContract(mapping),
        };
    }
}
