using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Changes.Translating.Products;

/// <summary>What a unit group that stands for one unit of measure has to hold (spec/mappings.md 3.2). Pure.</summary>
internal static class UnitRules
{
    private const string Table = "uom";

    /// <summary>Columns of the units that are looked at.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["name", "quantity", "isschedulebaseuom", "uomscheduleid"];

    /// <summary>The group's only unit, or what is wrong with the group.</summary>
    /// <param name="code">Code of the unit of measure.</param>
    /// <param name="units">Units of its group.</param>
    public static Translation OnlyUnit(string code, IReadOnlyList<Record> units)
    {
        if (units.Count == 0)
            return Wrong(code, "Empty", "has no unit", $"Add a base unit named '{code}' with quantity 1 to the unit group in Sales.");
        if (units is not [var unit])
            return Wrong(code, "SeveralUnits", $"has {units.Count} units", "Keep only its base unit in Sales, or couple another unit group.");
        if (!string.Equals(unit["name"].ToString().Trim(), code, StringComparison.OrdinalIgnoreCase))
            return Wrong(code, "OtherName", $"has a unit named '{unit["name"]}'", $"Rename the unit to '{code}' in Sales.");
        if (unit["isschedulebaseuom"].Raw is not true)
            return Wrong(code, "NoBaseUnit", "has a unit that is not its base unit", $"Make '{code}' the base unit of the group in Sales.");
        return unit["quantity"].AsNumber() is 1m
            ? Translation.To(FieldValue.Reference(Table, unit.Id))
            : Wrong(code, "Quantity", $"counts its unit {unit["quantity"]} times", $"Set the quantity of unit '{code}' to 1 in Sales.");
    }

    /// <summary>The failure of an item or resource without a base unit.</summary>
    public static Translation NoBaseUnit { get; } = Translation.Failed(new PlanFailure(
        FailureClass.Data,
        "BcSync.Product.NoBaseUnit",
        "The record has no base unit of measure, and a product in Sales cannot be without.",
        "Enter a base unit of measure in Business Central."));

    private static Translation Wrong(string code, string problem, string what, string nextStep) => Translation.Failed(new PlanFailure(
        FailureClass.Data, $"BcSync.Unit.{problem}", $"The unit group in Sales for unit of measure '{code}' {what}.", nextStep));
}
