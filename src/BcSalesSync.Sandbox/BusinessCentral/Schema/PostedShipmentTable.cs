using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

internal static class PostedShipmentTable
{
    public static readonly Column Number = new("number", ColumnType.Code, 20) { Caption = "No." };
    public static readonly Column OrderId = Column.Guid("orderId");
    public static readonly Column Order = Column.Code("orderNumber", 20);
    public static readonly Column PostingDate = Column.Date("postingDate");
    public static readonly Column ShipmentDate = Column.Date("shipmentDate");
    public static readonly IReadOnlyList<(Column Own, Column From)> Kept = PostedColumns.OfHeader();

    public static readonly Table Table = BcTable.Make(
        110, "Sales Shipment Header", "postedShipments", Number,
        [Number, OrderId, Order, PostingDate, ShipmentDate, .. Kept.Select(pair => pair.Own)]);
}
