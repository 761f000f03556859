using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Orders;

/// <summary>What keeps an order that is coupled from being what it should be (spec/documents.md 8.1).</summary>
internal static class OrderFailures
{
    /// <summary>The order in Business Central is gone, and was not posted either.</summary>
    public static PlanFailure PartnerGone(string number) => new(
        FailureClass.Data,
        "BcSync.Order.PartnerGone",
        $"The partner of order {number} is not there in Business Central any more, and it was not posted either.",
        $"Remove the coupling that is left over with Repair-BcCoupling -Mapping {DocumentFamily.OrderMapping.Typed()} "
            + "-Resolution RemoveCoupling, then import the order again.");

    /// <summary>The seller took the order back while it was being taken over.</summary>
    public static PlanFailure TakenBack(string number) => new(
        FailureClass.Conflict,
        "BcSync.Order.TakenBack",
        $"Order {number} is not submitted any more: it was taken back in Sales while it was created in Business Central.",
        "Submit it again in Sales to go on with it, or delete the order in Business Central.");

    /// <summary>The order was created, but Sales refused to be told.</summary>
    public static PlanFailure StampRefused(string number, EndpointFailure failure) => new(
        failure.Class,
        "BcSync.Order.StampRefused",
        $"Order {number} was created in Business Central, but Sales refused to be told: {failure.Message} ({failure.Code})",
        "Give the application the right to change submitted orders in Sales; the next run tells it again.");

    /// <summary>Goods of the order went out, and then it was removed without an invoice.</summary>
    public static PlanFailure ShippedAndGone(GoneOrder order) => new(
        FailureClass.Data,
        "BcSync.Order.ShippedAndGone",
        $"Order {order.Coupling.SalesName} (order {order.Coupling.BcNo} in Business Central) was shipped as {order.ShipmentNo} and then removed, and no "
            + "invoice of it is known. It is left as it is: given back to the seller it could be shipped and billed twice.",
        $"Invoice the shipment in Business Central, or end the coupling with Remove-BcCoupling -Mapping {DocumentFamily.OrderMapping.Typed()} "
            + $"-BcNo '{order.Coupling.BcNo}' and set the state of the order in Sales yourself.");

    /// <summary>The order left Business Central, and Sales refused to be told.</summary>
    public static PlanFailure CloseRefused(string number, bool posted, EndpointFailure failure) => new(
        failure.Class,
        "BcSync.Order.CloseRefused",
        $"Order {number} was {(posted ? "posted" : "deleted")} in Business Central, but Sales refused to be told: {failure.Message} "
            + $"({failure.Code})",
        "Give the application the right to change the order in Sales; the next run tells it again.");

    /// <summary>The order left Business Central without a version in the archive.</summary>
    public static PlanFailure NotArchived(CouplingState order) => new(
        FailureClass.Data,
        "BcSync.Order.NotArchived",
        $"Order {order.BcNo} left Business Central and there is no archived version of it, so that Sales keeps what it has.",
        "Turn on Archive Orders in Sales & Receivables Setup, so that the next ones are kept. Put this order right in Sales by hand, "
            + $"and look at what waits with Get-BcSyncError -Mapping {DocumentFamily.OrderMapping.Typed()}.");
}
