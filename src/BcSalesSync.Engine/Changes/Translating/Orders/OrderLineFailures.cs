using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Changes.Translating.Orders;

/// <summary>Why an order that travels both ways cannot be carried over as it is (spec/documents.md 8.1).</summary>
internal static class OrderLineFailures
{
    /// <summary>There is freight and no account for it.</summary>
    public static PlanFailure NoFreightAccount(Record order) => new(
        FailureClass.Configuration,
        "BcSync.Order.NoFreightAccount",
        $"Order {order["ordernumber"]} has freight, but no G/L account for freight is set up.",
        "Set one up: Set-BcSyncSetup -FreightAccountNo <number>.");

    /// <summary>
    /// The unit of a line is not coupled. Each item and resource has a unit of that code, so that only the id tells which is meant.
    /// </summary>
    /// <param name="line">The line in Business Central.</param>
    /// <param name="mapping">Mapping that couples the unit.</param>
    /// <param name="unit">SystemId of the unit; null when the item or resource has none of that code.</param>
    public static Translation UnitNotCoupled(Record line, string mapping, Guid? unit)
    {
        var key = unit?.ToString("D") ?? line["unitOfMeasureCode"].ToString();
        var awaited = new AwaitedReference(mapping, SystemSide.BusinessCentral, key);
        var what = $"{line["lineType"]} unit {line["unitOfMeasureCode"]} of {line["lineObjectNumber"]}";
        return Translation.NotCoupled(awaited, new PlanFailure(
            FailureClass.DependencyMissing,
            "BcSync.Order.UnitNotCoupled",
            unit is null ? $"{what} is not there in Business Central." : $"{what} is not coupled to a Sales unit.",
            unit is null ? "Add the unit in Business Central, or give the line another one."
                : $"Couple it: New-BcCoupling -Mapping {mapping.Typed()} -BcId {unit} -CreateIn Sales. The order is then taken up again.",
            [awaited]));
    }

    /// <summary>A line is written in, and nothing stands for such products.</summary>
    public static PlanFailure NoWriteInProduct { get; } = new(
        FailureClass.Configuration,
        "BcSync.Order.NoWriteInProduct",
        "The line is written in, but no item or resource is set up for those.",
        "Set one up: Set-BcSyncSetup -WriteInProductType Item -WriteInProductNo <number>.");
}
