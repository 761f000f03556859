using BcSalesSync.Sandbox.BusinessCentral.Documents;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

// Orders and quotes of API v2.0 (wire-bc 6).
internal static class OrderPages
{
    private const string OrderLineSet = "salesOrderLines";
    private const string QuoteLineSet = "salesQuoteLines";

    public static BcPage Orders(PageSources sources)
    {
        var builder = new PageBuilder("salesOrders", "salesOrder", SalesHeaderTable.Table)
            .Id()
            .ReadOnly(SalesHeaderTable.Number)
            .Writable(SalesHeaderTable.ExternalNumber, SalesHeaderTable.OrderDate, SalesHeaderTable.PostingDate)
            .Writable(SalesHeaderTable.CustomerId, SalesHeaderTable.Customer)
            .ReadOnly(SalesHeaderTable.CustomerName, SalesHeaderTable.BillToName)
            .Writable(SalesHeaderTable.BillToCustomerId, SalesHeaderTable.BillToCustomer)
            .Writable(SalesHeaderTable.ShipToName, SalesHeaderTable.ShipToContact)
            .Writable(SalesHeaderTable.SellTo.All)
            .ReadOnly(SalesHeaderTable.BillTo.All)
            .Writable(SalesHeaderTable.ShipTo.All)
            .Writable(SalesHeaderTable.Dimension1, SalesHeaderTable.Dimension2, SalesHeaderTable.CurrencyId)
            .Shown(SalesHeaderTable.Currency, row => sources.ShownCurrency(row, SalesHeaderTable.Currency))
            .Writable(
                SalesHeaderTable.PricesIncludeTax, SalesHeaderTable.PaymentTermsId, SalesHeaderTable.ShipmentMethodId,
                SalesHeaderTable.Salesperson, SalesHeaderTable.PartialShipping, SalesHeaderTable.RequestedDeliveryDate);
        return Totals(builder, sources.Documents)
            .Computed("discountAppliedBeforeTax", ColumnType.Boolean, _ => true)
            .Ignored("fullyShipped", ColumnType.Boolean, row => SalesDocument.IsFullyShipped(sources.Documents.LinesOf(row)))
            .Computed("status", ColumnType.Option, row => OrderStatus(row), options: ["Draft", "In Review", "Open"])
            .Preset(SalesHeaderTable.DocumentType, SalesHeaderTable.Order)
            .Leads(OrderLineSet, OrderLineSet, true, sources.Documents.LinesOf)
            .Action("shipAndInvoice", (writer, row) => writer.Documents.ShipAndInvoice(row))
            .Build(Rights.All, row => row.Text(SalesHeaderTable.DocumentType) == SalesHeaderTable.Order);
    }

    public static BcPage Quotes(PageSources sources)
    {
        var builder = new PageBuilder("salesQuotes", "salesQuote", SalesHeaderTable.Table)
            .Id()
            .ReadOnly(SalesHeaderTable.Number)
            .Writable(
                SalesHeaderTable.ExternalNumber, SalesHeaderTable.DocumentDate, SalesHeaderTable.PostingDate, SalesHeaderTable.DueDate)
            .Writable(SalesHeaderTable.CustomerId, SalesHeaderTable.Customer)
            .ReadOnly(SalesHeaderTable.CustomerName, SalesHeaderTable.BillToName)
            .Writable(SalesHeaderTable.BillToCustomerId, SalesHeaderTable.BillToCustomer)
            .Writable(SalesHeaderTable.ShipToName, SalesHeaderTable.ShipToContact)
            .Writable(SalesHeaderTable.SellTo.All)
            .Writable(SalesHeaderTable.BillTo.All)
            .Writable(SalesHeaderTable.ShipTo.All)
            .Writable(SalesHeaderTable.Dimension1, SalesHeaderTable.Dimension2, SalesHeaderTable.CurrencyId)
            .Shown(SalesHeaderTable.Currency, row => sources.ShownCurrency(row, SalesHeaderTable.Currency))
            .Writable(SalesHeaderTable.PaymentTermsId, SalesHeaderTable.ShipmentMethodId, SalesHeaderTable.Salesperson)
            .Writable(SalesHeaderTable.SentDate, SalesHeaderTable.ValidUntilDate, SalesHeaderTable.AcceptedDate);
        return Totals(builder, sources.Documents)
            .Computed("status", ColumnType.Option, row => QuoteStatus(row), options: ["Draft", "Sent", "Accepted", "Expired "])
            .Preset(SalesHeaderTable.DocumentType, SalesHeaderTable.Quote)
            .Leads(QuoteLineSet, QuoteLineSet, true, sources.Documents.LinesOf)
            .Action("makeOrder", (writer, row) => writer.Documents.MakeOrder(row))
            .Build(Rights.All, row => row.Text(SalesHeaderTable.DocumentType) == SalesHeaderTable.Quote);
    }

    public static BcPage OrderLines(DocumentSources sources) =>
        DocumentLineFields.Start(OrderLineSet, "salesOrderLine", sources)
            .Alias("netAmount", SalesLineTable.Amount)
            .ReadOnly(SalesLineTable.InvoiceDiscount)
            .Writable(SalesLineTable.ShipmentDate)
            .Ignored(SalesLineTable.Shipped.Name, ColumnType.Decimal, row => row[SalesLineTable.Shipped])
            .Ignored(SalesLineTable.Invoiced.Name, ColumnType.Decimal, row => row[SalesLineTable.Invoiced])
            .Writable(SalesLineTable.ToInvoice, SalesLineTable.ToShip)
            .Below(SalesLineTable.DocumentId, isNeeded: true)
            .Build(Rights.All, row => row.Text(SalesLineTable.DocumentType) == SalesHeaderTable.Order);

    public static BcPage QuoteLines(DocumentSources sources) =>
        DocumentLineFields.Start(QuoteLineSet, "salesQuoteLine", sources)
            .Ignored("netAmount", ColumnType.Decimal, row => row[SalesLineTable.Amount])
            .Below(SalesLineTable.DocumentId, isNeeded: true)
            .Build(Rights.All, row => row.Text(SalesLineTable.DocumentType) == SalesHeaderTable.Quote);

    private static PageBuilder Totals(PageBuilder builder, DocumentSources sources) => builder
        .Computed(
            "discountAmount", ColumnType.Decimal, row => sources.Sum(row, SalesLineTable.InvoiceDiscount),
            write: (writer, draft, value) => writer.Documents.Discount.Set(draft, (decimal)value))
        .Computed("totalAmountExcludingTax", ColumnType.Decimal, row => sources.Sum(row, SalesLineTable.Amount))
        .Computed("totalTaxAmount", ColumnType.Decimal, sources.Tax)
        .Computed("totalAmountIncludingTax", ColumnType.Decimal, row => sources.Sum(row, SalesLineTable.AmountIncludingTax))
        .Computed("lastModifiedDateTime", ColumnType.DateTime, sources.ChangedAt)
        .Writable(SalesHeaderTable.Phone, SalesHeaderTable.Email);

    private static string OrderStatus(Row row) => row.Text(SalesHeaderTable.Status) switch
    {
        SalesHeaderTable.Open => "Draft",
        "Pending Approval" => "In Review",
        _ => "Open",
    };

    private static string QuoteStatus(Row row) => row switch
    {
        _ when (DateOnly)row[SalesHeaderTable.AcceptedDate]! != DateOnly.MinValue => "Accepted",
        _ when (DateTimeOffset)row[SalesHeaderTable.SentDate]! != DateTimeOffset.MinValue => "Sent",
        _ => "Draft",
    };
}
