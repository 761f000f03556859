using BcSalesSync.Contracts;
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

    /// <summary>A line is written in, and nothing stands for such products.</summary>
    public static PlanFailure NoWriteInProduct { get; } = new(
        FailureClass.Configuration,
        "BcSync.Order.NoWriteInProduct",
        "The line is written in, but no item or resource is set up for those.",
        "Set one up: Set-BcSyncSetup -WriteInProductType Item -WriteInProductNo <number>.");
}
