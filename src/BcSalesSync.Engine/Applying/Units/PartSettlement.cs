using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Applying.Units;

/// <summary>Adds to a change of the state what became of the parts of records: their couplings come and go with what was written.</summary>
internal static class PartSettlement
{
    /// <summary>The change with the parts of the records that were settled.</summary>
    /// <param name="change">The change.</param>
    /// <param name="applied">The records.</param>
    /// <param name="job">The job.</param>
    /// <param name="now">The time (UTC).</param>
    /// <param name="clashes">Couplings that somebody else changed meanwhile.</param>
    public static StateChange WithParts(
        this StateChange change, IReadOnlyList<AppliedAction> applied, BcSyncJob job, DateTimeOffset now, IReadOnlyList<CouplingClash> clashes)
    {
        var settled = applied.Where(action => action is { PlanAgain: false, Failure: null, Plan: { Failure: null, Ignored: false, Parts: not null } })
            .ToArray();
        if (settled.Length == 0)
            return change;
        var parts = settled.SelectMany(owner => owner.Parts.Where(IsSettled).Select(part => (owner.Plan.Parts!.Pass, Part: part))).ToArray();
        var couplings = parts.Select(part => new CouplingUpdate(part.Pass, job.Id, now).Succeeded(part.Part)).Without(clashes).ToArray();
        var fresh = parts.Where(part => part.Part.Plan.Candidate.Coupling is null).Select(part => part.Part.CounterpartId!.Value).ToHashSet();
        CouplingState[] gone = [.. settled.SelectMany(owner => owner.Plan.Parts!.Gone).Without(clashes)];
        return change with
        {
            Couplings = [.. change.Couplings, .. couplings],
            NewlyCoupled = [.. change.NewlyCoupled, .. couplings.Where(coupling => fresh.Contains(coupling.BcId) || fresh.Contains(coupling.SalesId))],
            RemovedCouplings = [.. change.RemovedCouplings, .. gone],
            Settled = [.. change.Settled, .. gone.SelectMany(coupling => coupling.Keys)],
            Overwritten =
            [
                .. change.Overwritten,
                .. parts.SelectMany(part => OverwrittenValues.Of(
                    part.Part.Plan, ActionView.Result(part.Pass, part.Part.Plan, part.Part.CounterpartId, part.Part.Plan.Action, null, job.RunId), job.Id, now)),
            ],
        };
    }

    private static bool IsSettled(AppliedAction part) =>
        part.Plan is { Failure: null, Ignored: false, Action: SyncAction.Created or SyncAction.Updated or SyncAction.Unchanged };
}
