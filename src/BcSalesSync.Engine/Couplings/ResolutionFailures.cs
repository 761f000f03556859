using BcSalesSync.Contracts;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Couplings;

/// <summary>Why a selector names no record. Messages name the member that is wrong, so that a row of a file can be mended.</summary>
internal static class ResolutionFailures
{
    /// <summary>Nothing on this side was given.</summary>
    public static PlanFailure NotNamed(SystemSide side) => Create(
        "BcSync.Coupling.RecordNotNamed", $"{Members(side)} is missing.",
            $"Give {Members(side)}, or let the record be created with -CreateIn.");

    /// <summary>There is no record with the id.</summary>
    public static PlanFailure NoSuchId(SystemSide side, TableSchema table, Guid id) => Create(
        "BcSync.Coupling.RecordNotFound",
        $"{(side is SystemSide.BusinessCentral ? "BcId" : "SalesId")} '{id}' does not exist in {table.Name} of {WriteFailures.Name(side)}.",
        "Check the id; the record may have been deleted.");

    /// <summary>There is no record with the number or name.</summary>
    public static PlanFailure NoSuchName(SystemSide side, TableSchema table, string name) => Create(
        "BcSync.Coupling.RecordNotFound",
        $"{(side is SystemSide.BusinessCentral ? "BcNo" : "SalesName")} '{name}' does not exist in {table.Name} of {WriteFailures.Name(side)}.",
        "Check the spelling, or give the id instead.");

    /// <summary>The name fits several records.</summary>
    public static PlanFailure Ambiguous(SystemSide side, string name, IReadOnlyList<string> candidates) => Create(
        "BcSync.Coupling.NameAmbiguous",
        $"{(side is SystemSide.BusinessCentral ? "BcNo" : "SalesName")} '{name}' fits more than one record of {WriteFailures.Name(side)}: {string.Join("; ", candidates)}.",
        $"Give {(side is SystemSide.BusinessCentral ? "-BcId" : "-SalesId")} of the one you mean.");

    private static PlanFailure Create(string id, string message, string next) => new(FailureClass.Data, id, message, next);

    private static string Members(SystemSide side) => side is SystemSide.BusinessCentral ? "BcNo or BcId" : "SalesName or SalesId";
}
