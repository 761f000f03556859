using BcSalesSync.Contracts;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Planning;

/// <summary>
/// What is left of a plan where the destination's set-up must not be changed: options of Sales are coupled as they are, and neither added
/// nor relabelled, until an admin allows it (spec/engine.md 8, 14).
/// </summary>
internal static class ClosedDestination
{
    private const string Allow = "Set-BcSyncSetup -OptionChanges $true";

    /// <summary>The plan without its writes. What a person asked for by name fails instead of being passed over in silence.</summary>
    public static PlannedAction Restrict(PassDefinition pass, PlannedAction plan, PlanPolicy policy) => plan switch
    {
        { Failure: null, Action: SyncAction.Created } when policy.Explicit => Planner.Fail(plan.Candidate, NotAllowed(pass)),
        { Failure: null, Action: SyncAction.Created } => Planner.PassOver(
            plan.Candidate, $"Options are not added to {pass.DestinationTable.Name}; {Allow} allows it."),
        { Failure: null, Values.Count: > 0 } => plan with
        {
            Action = plan.Candidate.Coupling is null ? plan.Action : SyncAction.Unchanged,
            Reason = $"Coupled; options of {pass.DestinationTable.Name} are not relabelled, {Allow} allows it.",
            Values = [],
            AgreedDestination = AsTheyAre(plan),
        },
        _ => plan,
    };

    private static Dictionary<string, FieldValue> AsTheyAre(PlannedAction plan)
    {
        var agreed = new Dictionary<string, FieldValue>(plan.AgreedDestination);
        foreach (var value in plan.Values)
            agreed[value.Field.Destination.Name] = value.Old;
        return agreed;
    }

    private static PlanFailure NotAllowed(PassDefinition pass) => new(
        FailureClass.Configuration,
        "BcSync.Record.OptionChangesOff",
        $"The record has no option in {pass.DestinationTable.Name}, and adding options to Sales is not allowed.",
        $"Couple it to an option that exists with New-BcCoupling -Mapping '{pass.Mapping.Name}' -BcNo <code> -SalesName <label>, or allow it: {Allow}.");
}
