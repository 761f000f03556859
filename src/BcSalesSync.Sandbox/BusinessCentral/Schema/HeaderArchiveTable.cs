using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// Versions of sales documents, counted from 1 for each number and occurrence.
internal static class HeaderArchiveTable
{
    public static readonly Column DocumentType = Column.Option("documentType", SalesHeaderTable.Types);
    public static readonly Column Number = Column.Code("number", 20);
    public static readonly Column Occurrence = Column.Integer("docNoOccurrence");
    public static readonly Column Version = Column.Integer("versionNumber");
    public static readonly Column DateArchived = Column.Date("dateArchived");
    public static readonly Column ArchivedBy = Column.Code("archivedBy", 50);
    public static readonly Column Invoiced = Column.Boolean("invoiced");

    public static readonly IReadOnlyList<(Column Own, Column From)> Kept =
    [
        (DocumentType, SalesHeaderTable.DocumentType), (Number, SalesHeaderTable.Number), (Occurrence, SalesHeaderTable.Occurrence),
        ArchiveColumns.Keep("sellToCustomerNumber", SalesHeaderTable.Customer),
        ArchiveColumns.Keep("sellToCustomerName", SalesHeaderTable.CustomerName),
        .. ArchiveColumns.Address("sellTo", SalesHeaderTable.SellTo),
        ArchiveColumns.Keep("sellToContactNumber", SalesHeaderTable.Contact),
        ArchiveColumns.Keep("billToCustomerNumber", SalesHeaderTable.BillToCustomer),
        ArchiveColumns.Keep("billToName", SalesHeaderTable.BillToName), .. ArchiveColumns.Address("billTo", SalesHeaderTable.BillTo),
        ArchiveColumns.Keep("shipToName", SalesHeaderTable.ShipToName), .. ArchiveColumns.Address("shipTo", SalesHeaderTable.ShipTo),
        ArchiveColumns.Keep("shipToContact", SalesHeaderTable.ShipToContact),
        ArchiveColumns.Keep("orderDate", SalesHeaderTable.OrderDate), ArchiveColumns.Keep("documentDate", SalesHeaderTable.DocumentDate),
        ArchiveColumns.Keep("postingDate", SalesHeaderTable.PostingDate), ArchiveColumns.Keep("dueDate", SalesHeaderTable.DueDate),
        ArchiveColumns.Keep("shipmentDate", SalesHeaderTable.ShipmentDate),
        ArchiveColumns.Keep("shortcutDimension1Code", SalesHeaderTable.Dimension1),
        ArchiveColumns.Keep("shortcutDimension2Code", SalesHeaderTable.Dimension2),
        ArchiveColumns.Keep("currencyCode", SalesHeaderTable.Currency),
        ArchiveColumns.Keep("pricesIncludingVAT", SalesHeaderTable.PricesIncludeTax),
        ArchiveColumns.Keep("paymentTermsCode", SalesHeaderTable.PaymentTerms),
        ArchiveColumns.Keep("paymentDiscountPercent", SalesHeaderTable.PaymentDiscountPercent),
        ArchiveColumns.Keep("shipmentMethodCode", SalesHeaderTable.ShipmentMethod),
        ArchiveColumns.Keep("shippingAgentCode", SalesHeaderTable.ShippingAgent),
        ArchiveColumns.Keep("salespersonCode", SalesHeaderTable.Salesperson),
        ArchiveColumns.Keep("locationCode", SalesHeaderTable.Location),
        ArchiveColumns.Keep("externalDocumentNumber", SalesHeaderTable.ExternalNumber),
        ArchiveColumns.Keep("yourReference", SalesHeaderTable.YourReference),
        ArchiveColumns.Keep("requestedDeliveryDate", SalesHeaderTable.RequestedDeliveryDate),
        ArchiveColumns.Keep("quoteValidUntilDate", SalesHeaderTable.ValidUntilDate),
        ArchiveColumns.Keep("quoteNumber", SalesHeaderTable.QuoteNumber),
        ArchiveColumns.Keep("workDescription", SalesHeaderTable.WorkDescription),
        ArchiveColumns.Keep("dataverseId", SalesHeaderTable.DataverseId), ArchiveColumns.Keep("status", SalesHeaderTable.Status),
    ];

    public static readonly Table Table = BcTable.MakeOrdered(
        5107, "Sales Header Archive", "salesHeaderArchives", Number, [DocumentType, Number, Occurrence, Version],
        [.. Kept.Select(pair => pair.Own), Version, DateArchived, ArchivedBy, Invoiced]);
}
