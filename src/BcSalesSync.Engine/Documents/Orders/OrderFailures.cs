using System.Globalization;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Orders;

/// <summary>What keeps an order that is coupled from being what it should be (spec/documents.md 8.1).</summary>
internal static class OrderFailures
{
    /// <summary>Id of what Business Central itself refused.</summary>
    public const string RefusedId = "BcSync.Order.Refused";

    /// <summary>The order in Business Central is gone, and was not posted either.</summary>
    public static PlanFailure PartnerGone(string number) => new(
        FailureClass.Data,
        "BcSync.Order.PartnerGone",
        $"The partner of order {number} is not there in Business Central any more, and it was not posted either.",
        $"Remove the coupling that is left over with Repair-BcCoupling -Mapping {DocumentFamily.OrderMapping.Typed()} "
            + "-Resolution RemoveCoupling, then import the order again.");

    /// <summary>The id that the order would get is that of another document.</summary>
    public static PlanFailure IdTaken(string number, string other) => new(
        FailureClass.Data,
        "BcSync.Order.IdTaken",
        $"Order {number} was not created: document {other} in Business Central has its id and belongs to something else.",
        $"Couple the two with New-BcCoupling -Mapping {DocumentFamily.OrderMapping.Typed()}, or delete document {other}.");

    /// <summary>The seller took the order back while it was being taken over.</summary>
    public static PlanFailure TakenBack(string number) => new(
        FailureClass.Conflict,
        "BcSync.Order.TakenBack",
        $"Order {number} is not submitted any more: it was taken back in Sales while it was created in Business Central.",
        "Submit it again in Sales to go on with it, or delete the order in Business Central.");

    /// <summary>Business Central refused the order.</summary>
    public static PlanFailure Refused(string number, EndpointFailure failure) => new(
        failure.Class,
        RefusedId,
        $"Business Central refused order {number}: {failure.Message} ({failure.Code})",
        "Correct the order in Sales, or the record in Business Central that the message names. Then import it again: "
            + $"Import-BcSalesOrder -Number '{number}'.");

    /// <summary>Business Central could not place the discount.</summary>
    public static PlanFailure DiscountRefused(string number, decimal discount, EndpointFailure failure) => new(
        failure.Class,
        "BcSync.Order.DiscountRefused",
        string.Create(
            CultureInfo.InvariantCulture,
            $"The document discount of {discount} on order {number} cannot be placed: {failure.Message} ({failure.Code})"),
        "Allow invoice discounts on an item of the order in Business Central, or give the discount on its lines in Sales. Then import it again.");

    /// <summary>The order was created, but Sales refused to be told.</summary>
    public static PlanFailure StampRefused(string number, EndpointFailure failure) => new(
        failure.Class,
        "BcSync.Order.StampRefused",
        $"Order {number} was created in Business Central, but Sales refused to be told: {failure.Message} ({failure.Code})",
        "Give the application the right to change submitted orders in Sales; the next run tells it again.");

    /// <summary>The order left Business Central, and Sales refused to be told.</summary>
    public static PlanFailure CloseRefused(string number, bool posted, EndpointFailure failure) => new(
        failure.Class,
        "BcSync.Order.CloseRefused",
        $"Order {number} was {(posted ? "posted" : "deleted")} in Business Central, but Sales refused to be told: {failure.Message} "
            + $"({failure.Code})",
        "Give the application the right to change the order in Sales; the next run tells it again.");
}
