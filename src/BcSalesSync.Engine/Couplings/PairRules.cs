using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Couplings;

/// <summary>The one-to-one rules (spec/engine.md 1.2). Pure.</summary>
internal static class PairRules
{
    /// <summary>Decides on coupling a record and a row.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="bc">The record in Business Central.</param>
    /// <param name="sales">The row in Sales.</param>
    /// <param name="ofBc">Coupling the record has; null when none.</param>
    /// <param name="ofSales">Coupling the row has; null when none.</param>
    /// <param name="ownerExists">True when the record that the row is coupled to still exists.</param>
    /// <param name="names">Number and name columns of both tables.</param>
    public static PairDecision Decide(
        TableMapping mapping, Record bc, Record sales, CouplingState? ofBc, CouplingState? ofSales, bool ownerExists,
            (TableSchema Bc, TableSchema Sales) names)
    {
        if (ofBc is not null && ofBc.SalesId == sales.Id)
            return new PairDecision { Coupling = ofBc, Unchanged = true };
        if (ofSales is not null && ownerExists)
            return new PairDecision { Failure = Taken(sales, ofSales, names.Sales) };
        return new PairDecision
        {
            Coupling = NewCoupling.Of(
                mapping, (bc.Id, Text(bc, names.Bc.NumberColumn), Text(bc, names.Bc.NameColumn)),
                    (sales.Id, Text(sales, names.Sales.NameColumn))),
            Removed = new[] { ofBc, ofSales }.OfType<CouplingState>().ToArray(),
        };
    }

    /// <summary>What a decision comes to when somebody else coupled one of the records after it was made.</summary>
    public static PairDecision Overtaken(CouplingClash clash) => clash.Standing.FirstOrDefault(clash.Concerns) is { } same
        ? new PairDecision { Coupling = same, Unchanged = true }
        : new PairDecision
        {
            Failure = new PlanFailure(
                FailureClass.Transient,
                "BcSync.Coupling.Overtaken",
                $"Somebody else was faster. {clash}",
                "Look at Get-BcCoupling, and run the command again if it is still wanted."),
        };

    private static PlanFailure Taken(Record sales, CouplingState owner, TableSchema table) => new(
        FailureClass.Data,
        "BcSync.Coupling.Taken",
        $"SalesId/SalesName: '{Text(sales, table.NameColumn) ?? sales.Id.ToString()}' is already coupled to {owner.BcNo ?? owner.BcId.ToString()}"
            + (owner.BcName is null ? "." : $" ({owner.BcName})."),
        $"Pick another row, or remove that coupling first: Remove-BcCoupling -Mapping {owner.Mapping.Typed()} "
            + $"-BcId {owner.BcId}.");

    private static string? Text(Record record, string? column) => column is null ? null : record[column].AsText();
}
