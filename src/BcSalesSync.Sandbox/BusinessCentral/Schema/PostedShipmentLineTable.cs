using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

internal static class PostedShipmentLineTable
{
    public static readonly Column DocumentId = Column.Guid("documentId");
    public static readonly Column Document = Column.Code("documentNumber", 20);
    public static readonly Column Sequence = Column.Integer("sequence");
    public static readonly Column Quantity = Column.Decimal("quantity");
    public static readonly Column Invoiced = Column.Decimal("quantityInvoiced");
    public static readonly Column Order = Column.Code("orderNumber", 20);
    public static readonly Column OrderLine = Column.Integer("orderLineNumber");
    public static readonly IReadOnlyList<(Column Own, Column From)> Kept = PostedColumns.OfLine();

    public static readonly Table Table = BcTable.MakeOrdered(
        111, "Sales Shipment Line", "postedShipmentLines", Sequence, [Document, Sequence],
        [DocumentId, Document, Sequence, .. Kept.Select(pair => pair.Own), Quantity, Invoiced, Order, OrderLine]);
}
