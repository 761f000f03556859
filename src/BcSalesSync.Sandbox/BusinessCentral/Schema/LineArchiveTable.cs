using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// The lines of archived documents.
internal static class LineArchiveTable
{
    public static readonly Column ArchiveId = Column.Guid("documentId");
    public static readonly Column DocumentType = Column.Option("documentType", SalesHeaderTable.Types);
    public static readonly Column Document = Column.Code("documentNumber", 20);
    public static readonly Column Occurrence = Column.Integer("docNoOccurrence");
    public static readonly Column Version = Column.Integer("versionNumber");
    public static readonly Column Sequence = Column.Integer("sequence");

    public static readonly IReadOnlyList<(Column Own, Column From)> Kept =
    [
        (DocumentType, SalesLineTable.DocumentType), (Document, SalesLineTable.Document), (Sequence, SalesLineTable.Sequence),
        ArchiveColumns.Keep("lineType", SalesLineTable.Type), ArchiveColumns.Keep("lineObjectNumber", SalesLineTable.Number),
        ArchiveColumns.Keep("description", SalesLineTable.Description), ArchiveColumns.Keep("description2", SalesLineTable.Description2),
        ArchiveColumns.Keep("unitOfMeasureCode", SalesLineTable.Unit), ArchiveColumns.Keep("quantity", SalesLineTable.Quantity),
        ArchiveColumns.Keep("unitPrice", SalesLineTable.UnitPrice),
        ArchiveColumns.Keep("lineDiscountPercent", SalesLineTable.DiscountPercent),
        ArchiveColumns.Keep("lineDiscountAmount", SalesLineTable.DiscountAmount),
        ArchiveColumns.Keep("invoiceDiscountAllocation", SalesLineTable.InvoiceDiscount),
        ArchiveColumns.Keep("amount", SalesLineTable.Amount), ArchiveColumns.Keep("amountIncludingVAT", SalesLineTable.AmountIncludingTax),
        ArchiveColumns.Keep("taxPercent", SalesLineTable.TaxPercent),
        ArchiveColumns.Keep("outstandingQuantity", SalesLineTable.Outstanding), ArchiveColumns.Keep("qtyToShip", SalesLineTable.ToShip),
        ArchiveColumns.Keep("quantityShipped", SalesLineTable.Shipped), ArchiveColumns.Keep("quantityInvoiced", SalesLineTable.Invoiced),
        ArchiveColumns.Keep("attachedToLineNumber", SalesLineTable.AttachedTo),
        ArchiveColumns.Keep("locationCode", SalesLineTable.Location),
        ArchiveColumns.Keep("shipmentDate", SalesLineTable.ShipmentDate),
    ];

    public static readonly Table Table = BcTable.MakeOrdered(
        5108, "Sales Line Archive", "salesHeaderArchiveLines", Sequence, [DocumentType, Document, Occurrence, Version, Sequence],
        [ArchiveId, .. Kept.Select(pair => pair.Own), Occurrence, Version]);
}
