using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Errors;

/// <summary>Why matching cannot start.</summary>
internal static class MatchErrors
{
    public static BcSyncError NoCriteria(DateTimeOffset time, string mapping) =>
        Of(
            time,
            mapping,
            "BcSync.Match.NoCriteria",
            $"Mapping {mapping} has no match criteria: nothing says by which fields its records are recognised.",
            ChooseCriteria(mapping));

    public static BcSyncError UnknownField(DateTimeOffset time, string mapping, string field, IEnumerable<string> eligible) =>
        Of(
            time,
            mapping,
            "BcSync.Match.UnknownField",
            $"'{field}' is no field of mapping {mapping} that can be matched by. Fields: {string.Join(", ", eligible)}.",
            "Give one of these names; constants and computed values cannot be matched by.");

    public static BcSyncError FieldNotOffered(DateTimeOffset time, string mapping, string field, string obstacle) =>
        Of(
            time,
            mapping,
            "BcSync.Match.FieldNotOffered",
            $"Mapping {mapping} cannot match by {field}. {obstacle}",
            $"Match by other fields: Set-BcFieldMapping -Mapping {mapping} -BcField {field} -UseForMatching $false, "
                + $"or Find-BcCouplingMatch -Mapping {mapping} -UseField <field>.");

    public static BcSyncError NumberNotFound(DateTimeOffset time, string mapping, string number) =>
        ErrorCatalog.Create(
            time,
            "BcSync.Match.RecordNotFound",
            FailureClass.Data,
            $"BcNo '{number}' does not exist in Business Central, or the filter of mapping {mapping} hides it.",
            $"Check the number, or the filter with Get-BcTableMapping -Name {mapping}.") with { Mapping = mapping, BcNo = number };

    /// <summary>How criteria are chosen.</summary>
    public static string ChooseCriteria(string mapping) =>
        $"Choose the fields: Set-BcFieldMapping -Mapping {mapping} -BcField <field> -UseForMatching $true. "
            + $"Get-BcFieldMapping -Mapping {mapping} lists them.";

    private static BcSyncError Of(DateTimeOffset time, string mapping, string errorId, string message, string nextStep) =>
        ErrorCatalog.Create(time, errorId, FailureClass.Configuration, message, nextStep) with { Mapping = mapping };
}
