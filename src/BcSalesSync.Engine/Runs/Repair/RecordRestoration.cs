using BcSalesSync.Contracts;
using BcSalesSync.Engine.Couplings;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Runs.Now;

namespace BcSalesSync.Engine.Runs.Repair;

/// <summary>
/// Creates records anew from their surviving partners and couples them, as the rule RestoreRecord does, also for pairs that are skipped
/// (scenario SKP-142).
/// </summary>
internal sealed class RecordRestoration(EngineParts parts, MappingSet mappings, ISyncObserver observer)
{
    /// <summary>Restores the missing records of pairs of one mapping.</summary>
    public async Task<IReadOnlyList<Outcome<BcCoupling>>> RestoreAsync(
        TableMapping mapping, IReadOnlyList<BrokenPair> pairs, CancellationToken cancellationToken)
    {
        var outcomes = new List<Outcome<BcCoupling>>();
        await TakeUpAsync([.. pairs.Select(pair => pair.Coupling).Where(coupling => coupling.Skipped)], cancellationToken).ConfigureAwait(false);
        foreach (var group in pairs.GroupBy(RepairPlanner.FromSurvivor))
            outcomes.AddRange(await RestoreAsync(mapping, group.Key, [.. group], cancellationToken).ConfigureAwait(false));
        return outcomes;
    }

    private async Task TakeUpAsync(CouplingState[] skipped, CancellationToken cancellationToken)
    {
        if (skipped.Length == 0)
            return;
        var now = parts.Clock.GetUtcNow();
        await parts.State.SaveAsync(
            overtaken => new StateChange
            {
                Couplings = [.. skipped.Without(overtaken).Select(coupling => coupling with { Skipped = false })],
                Now = now,
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<Outcome<BcCoupling>>> RestoreAsync(
        TableMapping mapping, SyncDirection direction, BrokenPair[] pairs, CancellationToken cancellationToken)
    {
        var source = pairs[0].Survivor;
        Guid[] ids = [.. pairs.Select(pair => pair.Coupling.IdOn(source))];
        var results = new Dictionary<Guid, BcSyncResult>();
        var restoring = mapping with { DeletionConflict = DeletionConflictPolicy.RestoreRecord };
        await foreach (var result in new NowRunner(parts, mappings, observer)
            .RunIdsAsync(restoring, direction, ids, new PlanPolicy(MayCreate: true, Explicit: true), cancellationToken).ConfigureAwait(false))
        {
            if (result.Mapping == mapping.Name && (source is SystemSide.BusinessCentral ? result.BcId : result.SalesId) is { } id)
                results[id] = result;
        }

        var found = source is SystemSide.BusinessCentral
            ? await parts.State.Couplings.FindByBcIdAsync(mapping.Family, ids, cancellationToken).ConfigureAwait(false)
            : await parts.State.Couplings.FindBySalesIdAsync(mapping.Family, ids, cancellationToken).ConfigureAwait(false);
        var after = found.ToDictionary(coupling => coupling.IdOn(source));
        return [.. pairs.Select(pair => Outcome(
            mapping, pair, after.GetValueOrDefault(pair.Coupling.IdOn(source)), results.GetValueOrDefault(pair.Coupling.IdOn(source))))];
    }

    private Outcome<BcCoupling> Outcome(TableMapping mapping, BrokenPair pair, CouplingState? after, BcSyncResult? result)
    {
        var restored = after is not null && (after.BcId != pair.Coupling.BcId || after.SalesId != pair.Coupling.SalesId);
        return new Outcome<BcCoupling>
        {
            Value = restored ? after!.ToContract(mapping) : null,
            Error = result?.Error ?? (restored ? null : RepairErrors.NotRestored(pair, result?.Reason, parts.Clock.GetUtcNow())),
            Input = pair.ToContract(mapping),
        };
    }
}
