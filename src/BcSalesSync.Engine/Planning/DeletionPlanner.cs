using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Planning;

/// <summary>Plans for a record whose counterpart is gone, by the mapping's rule (spec/engine.md 3.6).</summary>
internal static class DeletionPlanner
{
    /// <summary>Plans the candidate.</summary>
    public static PlannedAction Plan(PassDefinition pass, Candidate candidate, ITranslator translator) =>
        pass.Mapping.DeletionConflict switch
    {
        DeletionConflictPolicy.RestoreRecord =>
            CreatePlanner.Plan(pass, candidate, translator, "The counterpart was deleted and is restored."),
        DeletionConflictPolicy.RemoveCoupling => new PlannedAction
        {
            Candidate = candidate,
            Action = SyncAction.Deleted,
            Reason = "The counterpart was deleted; the coupling is removed.",
        },
        _ => Planner.Fail(candidate, new PlanFailure(
            FailureClass.Data,
            "BcSync.Record.CounterpartDeleted",
            $"The record is coupled to a record of {(pass.Destination is SystemSide.Sales ? "Sales" : "Business Central")} that was deleted.",
            $"Decide with Repair-BcCoupling -Mapping {pass.Mapping.Name.Typed()} -BcId {BcId(candidate)} -Resolution RestoreRecord or "
                + $"RemoveCoupling; for all to come with Set-BcTableMapping -Name {pass.Mapping.Name.Typed()} -DeletionConflict RestoreRecord or "
                + "RemoveCoupling.")),
    };

    private static Guid BcId(Candidate candidate) =>
        candidate.Coupling?.BcId ?? candidate.Source.Id;
}
