using System.Globalization;
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

    /// <summary>The order is gone, and not all of it was invoiced that goods went out for, or that was ordered.</summary>
    public static PlanFailure Uncertain(GoneOrder order) => order.IsPartlyInvoiced ? InvoicedInPart(order) : ShippedAndGone(order);

    /// <summary>A posted invoice names the order, which was never taken over as far as is known.</summary>
    public static PlanFailure NamedByInvoice(string number, string invoice) => new(
        FailureClass.Data,
        "BcSync.Order.NamedByInvoice",
        $"Order {number} was not created: posted invoice {invoice} in Business Central has its number as reference, but nothing tells that "
            + "the order was ever there. People can enter the reference as they like.",
        $"See whether invoice {invoice} bills the order. If it does, set the order in Sales to Invoiced; if not, cancel it there and "
            + "submit a copy of it, which gets a number of its own.");

    private static PlanFailure InvoicedInPart(GoneOrder order) => new(
        FailureClass.Data,
        "BcSync.Order.InvoicedInPart",
        string.Create(
            CultureInfo.InvariantCulture,
            $"Order {order.Coupling.SalesName} (order {order.Coupling.BcNo} in Business Central) left Business Central with "
                + $"{order.Invoiced!.Invoiced} of the ordered {order.Invoiced.Ordered} invoiced, on {order.InvoiceNo} last. "
                + $"It is left as it is: what is still open could be forgotten, or delivered twice."),
        $"End the coupling with Remove-BcCoupling -Mapping {DocumentFamily.OrderMapping.Typed()} -BcNo '{order.Coupling.BcNo}' and set the "
            + "order in Sales to Invoiced yourself if nothing more is to be delivered; if something is, submit a new order for the rest.");

    private static PlanFailure ShippedAndGone(GoneOrder order) => new(
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
