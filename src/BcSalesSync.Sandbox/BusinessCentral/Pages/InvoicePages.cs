using BcSalesSync.Sandbox.BusinessCentral.Documents;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

// Invoices of API v2.0, posted or not, and posted shipments (wire-bc 6).
internal static class InvoicePages
{
    private const string InvoiceLineSet = "salesInvoiceLines";
    private const string ShipmentLineSet = "salesShipmentLines";

    private static readonly Table Invoice = PostedInvoiceTable.Table;
    private static readonly Table Shipment = PostedShipmentTable.Table;
    private static readonly Table Line = PostedInvoiceLineTable.Table;

    public static BcPage Invoices(PageSources sources) => new PageBuilder("salesInvoices", "salesInvoice", Invoice)
        .Id()
        .ReadOnly(Columns(Invoice, "number externalDocumentNumber invoiceDate postingDate dueDate customerPurchaseOrderReference"))
        .ReadOnly(Columns(Invoice, "customerId customerNumber customerName billToName billToCustomerId billToCustomerNumber"))
        .ReadOnly(Columns(Invoice, "shipToName shipToContact"))
        .ReadOnly(Columns(Invoice, "sellToAddressLine1 sellToAddressLine2 sellToCity sellToCountry sellToState sellToPostCode"))
        .ReadOnly(Columns(Invoice, "billToAddressLine1 billToAddressLine2 billToCity billToCountry billToState billToPostCode"))
        .ReadOnly(Columns(Invoice, "shipToAddressLine1 shipToAddressLine2 shipToCity shipToCountry shipToState shipToPostCode"))
        .ReadOnly(Columns(Invoice, "currencyId shortcutDimension1Code shortcutDimension2Code"))
        .Computed("currencyCode", ColumnType.Code, row => sources.ShownCurrency(row, Invoice["currencyCode"]), isPageVariable: true)
        .ReadOnly(Columns(Invoice, "orderId orderNumber paymentTermsId shipmentMethodId salesperson pricesIncludeTax"))
        .Computed("remainingAmount", ColumnType.Decimal, row => Remaining(row, sources.Ledger), isPageVariable: true)
        .ReadOnly(Columns(Invoice, "discountAmount"))
        .Computed("discountAppliedBeforeTax", ColumnType.Boolean, _ => true)
        .ReadOnly(Columns(Invoice, "totalAmountExcludingTax totalTaxAmount totalAmountIncludingTax"))
        .Computed(
            "status", ColumnType.Option, row => Status(row, sources),
            options: [" ", "Draft", "In Review", "Open", "Paid", "Canceled", "Corrective"])
        .LastModified()
        .ReadOnly(Columns(Invoice, "phoneNumber email"))
        .Leads(InvoiceLineSet, InvoiceLineSet, true, row =>
            sources.Documents.Parts(PostedInvoiceLineTable.Table, PostedInvoiceLineTable.DocumentId, row))
        .Action("cancel", (writer, row) => writer.Documents.Correction.Cancel(row))
        .Build();

    public static BcPage InvoiceLines(DocumentSources sources) => new PageBuilder(InvoiceLineSet, "salesInvoiceLine", Line)
        .Id()
        .ReadOnly(PostedInvoiceLineTable.DocumentId, PostedInvoiceLineTable.Sequence)
        .Computed("itemId", ColumnType.Guid, row => ObjectId(sources, row, SalesLineTable.Item, ItemTable.Table))
        .Computed("accountId", ColumnType.Guid, row => ObjectId(sources, row, SalesLineTable.Account, GlAccountTable.Table))
        .Computed("lineType", ColumnType.Option, row => LineTypeNames.Shown(row.Text(Line["lineType"])), options: LineTypeNames.All)
        .ReadOnly(Columns(Line, "lineObjectNumber description description2 unitOfMeasureCode quantity unitPrice discountAmount"))
        .ReadOnly(Columns(Line, "discountPercent"))
        .Computed("discountAppliedBeforeTax", ColumnType.Boolean, _ => true)
        .ReadOnly(Columns(Line, "amountExcludingTax taxPercent"))
        .Computed("totalTaxAmount", ColumnType.Decimal, row => Tax(row))
        .ReadOnly(Columns(Line, "amountIncludingTax invoiceDiscountAllocation"))
        .Alias("netAmount", PostedInvoiceLineTable.Amount)
        .Computed("netTaxAmount", ColumnType.Decimal, row => Tax(row))
        .Alias("netAmountIncludingTax", PostedInvoiceLineTable.AmountIncludingTax)
        .ReadOnly(Columns(Line, "shipmentDate"))
        .Below(PostedInvoiceLineTable.DocumentId, isNeeded: true)
        .Build();

    public static BcPage Shipments(PageSources sources) => new PageBuilder("salesShipments", "salesShipment", Shipment)
        .Id()
        .ReadOnly(Columns(Shipment, "number externalDocumentNumber invoiceDate postingDate dueDate customerPurchaseOrderReference"))
        .ReadOnly(Columns(Shipment, "customerId customerNumber customerName billToCustomerId billToName billToCustomerNumber"))
        .ReadOnly(Columns(Shipment, "shipToName shipToContact"))
        .ReadOnly(Columns(Shipment, "sellToAddressLine1 sellToAddressLine2 sellToCity sellToCountry sellToState sellToPostCode"))
        .ReadOnly(Columns(Shipment, "billToAddressLine1 billToAddressLine2 billToCity billToCountry billToState billToPostCode"))
        .ReadOnly(Columns(Shipment, "shipToAddressLine1 shipToAddressLine2 shipToCity shipToCountry shipToState shipToPostCode"))
        .Computed("currencyCode", ColumnType.Code, row => sources.ShownCurrency(row, Shipment["currencyCode"]), isPageVariable: true)
        .ReadOnly(Columns(Shipment, "orderNumber paymentTermsCode shipmentMethodCode salesperson pricesIncludeTax"))
        .LastModified()
        .ReadOnly(Columns(Shipment, "phoneNumber email"))
        .Leads(ShipmentLineSet, ShipmentLineSet, true, row =>
            sources.Documents.Parts(PostedShipmentLineTable.Table, PostedShipmentLineTable.DocumentId, row))
        .Build();

    public static BcPage ShipmentLines() => new PageBuilder(ShipmentLineSet, "salesShipmentLine", PostedShipmentLineTable.Table)
        .Id()
        .ReadOnly(PostedShipmentLineTable.DocumentId)
        .Alias("documentNo", PostedShipmentLineTable.Document)
        .ReadOnly(Columns(
            PostedShipmentLineTable.Table,
            "sequence lineType lineObjectNumber description description2 unitOfMeasureCode unitPrice quantity discountPercent taxPercent "
            + "shipmentDate"))
        .Below(PostedShipmentLineTable.DocumentId)
        .Build();

    private static Column[] Columns(Table table, string names) => [.. names.Split(' ').Select(name => table[name])];

    private static object ObjectId(DocumentSources sources, Row row, string type, Table table) =>
        row.Text(Line["lineType"]) == type ? sources.IdOf(table, row.Text(Line["lineObjectNumber"])) : Guid.Empty;

    private static object Tax(Row row) =>
        (decimal)row[PostedInvoiceLineTable.AmountIncludingTax]! - (decimal)row[PostedInvoiceLineTable.Amount]!;

    // All of an invoice that is not posted remains.
    private static decimal Remaining(Row row, LedgerSources ledger) =>
        DraftInvoices.IsDraft(row) ? (decimal)row[PostedInvoiceTable.AmountIncludingTax]! : ledger.RemainingOf(row);

    private static string Status(Row row, PageSources sources) => row switch
    {
        _ when DraftInvoices.IsDraft(row) => sources.Documents.Find(SalesHeaderTable.Table, row.Id)?.Text(SalesHeaderTable.Status) switch
        {
            SalesHeaderTable.Open => "Draft",
            "Pending Approval" => "In Review",
            _ => "Open",
        },
        _ when (bool)row[PostedInvoiceTable.Cancelled]! => "Canceled",
        _ when sources.Ledger.RemainingOf(row) == 0m => "Paid",
        _ => "Open",
    };
}
