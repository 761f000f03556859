using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Engine.Documents.Timeline;

/// <summary>Where Business Central shows that something happened to orders.</summary>
/// <param name="Event">What happened; part of the id of its post, so that each is posted once whatever happens.</param>
/// <param name="Table">Table whose records tell it.</param>
/// <param name="OrderColumn">Column with the order; null where the record is the order itself.</param>
/// <param name="Filter">Which records tell it.</param>
/// <param name="Text">What the post says.</param>
internal sealed record TimelineSource(string Event, string Table, string? OrderColumn, Filter Filter, string Text)
{
    /// <summary>Goods went out.</summary>
    public const string Shipment = "shipment";

    /// <summary>They were billed.</summary>
    public const string Invoice = "invoice";

    /// <summary>Column with the customer, where the record is not the order itself.</summary>
    public const string Customer = "customerNumber";

    private static readonly Condition IsOrder = new("documentType", FilterOperator.Equal, FieldValue.Text("Order"));

    /// <summary>With the companion app.</summary>
    public static IReadOnlyList<TimelineSource> Companion { get; } =
    [
        Released("salesHeaders", new AllOf([IsOrder, Status("Released")])),
        Shipped("postedShipments", "orderId"),
        Invoiced("postedInvoices", "orderId"),
    ];

    /// <summary>With API v2.0 alone, which knows the order of a shipment by its number only.</summary>
    public static IReadOnlyList<TimelineSource> Standard { get; } =
    [
        Released("salesOrders", Status("Open")),
        Shipped("salesShipments", "orderNumber"),
        Invoiced("salesInvoices", "orderId"),
    ];

    /// <summary>Columns to read.</summary>
    public IReadOnlyList<string> Columns => OrderColumn is null ? ["number"] : ["number", OrderColumn, Customer];

    private static Condition Status(string name) => new("status", FilterOperator.Equal, FieldValue.Text(name));

    private static TimelineSource Released(string table, Filter filter) =>
        new("released", table, null, filter, "Business Central released this order.");

    private static TimelineSource Shipped(string table, string order) =>
        new(Shipment, table, order, Filter.All, "Business Central posted a shipment for this order.");

    private static TimelineSource Invoiced(string table, string order) =>
        new(Invoice, table, order, Filter.All, "Business Central posted an invoice for this order.");
}
