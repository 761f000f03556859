using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;

namespace BcSalesSync.Engine.Applying;

/// <summary>What to know before the units of a product are changed: neither system takes that back lightly (spec/mappings.md 3.4). Pure.</summary>
internal static class UnitOfMeasureWarnings
{
    private const string Group = "defaultuomscheduleid";
    private const string BaseUnit = "baseUnitOfMeasureCode";

    /// <summary>The reason of a plan, with the warning where it changes units.</summary>
    public static string Reason(PassDefinition pass, PlannedAction plan) => plan.Action is not SyncAction.Updated ? plan.Reason
        : pass.Destination is SystemSide.Sales && Changes(plan, Group)
            ? $"{plan.Reason} Careful: its unit group changes, while price list items, open quotes and open orders keep units of the old "
                + "one, and Sales may refuse that; prices and open lines have to be given units of the new group."
        : pass.Destination is SystemSide.BusinessCentral && Changes(plan, BaseUnit)
            ? $"{plan.Reason} Careful: its base unit changes, which Business Central refuses once there are entries of it."
        : plan.Reason;

    private static bool Changes(PlannedAction plan, string column) =>
        plan.Values.Any(value => value.Field.Destination.Name == column && !value.Old.IsEmpty && value.Old != value.New);
}
