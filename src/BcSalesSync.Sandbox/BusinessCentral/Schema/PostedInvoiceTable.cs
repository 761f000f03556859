using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

internal static class PostedInvoiceTable
{
    public static readonly Column Number = new("number", ColumnType.Code, 20) { Caption = "No." };
    public static readonly Column OrderId = Column.Guid("orderId");
    public static readonly Column Order = Column.Code("orderNumber", 20);
    public static readonly Column PostingDate = Column.Date("postingDate");
    public static readonly Column ShipmentDate = Column.Date("shipmentDate");
    public static readonly Column Discount = Column.Decimal("discountAmount");
    public static readonly Column Amount = Column.Decimal("totalAmountExcludingTax");
    public static readonly Column Tax = Column.Decimal("totalTaxAmount");
    public static readonly Column AmountIncludingTax = Column.Decimal("totalAmountIncludingTax");
    public static readonly Column Cancelled = Column.Boolean("cancelled");
    public static readonly Column EntryNumber = Column.Integer("custLedgerEntryNumber");
    public static readonly IReadOnlyList<(Column Own, Column From)> Kept = PostedColumns.OfHeader();

    public static readonly Table Table = BcTable.Make(
        112, "Sales Invoice Header", "postedInvoices", Number,
        [
            Number, OrderId, Order, PostingDate, ShipmentDate, .. Kept.Select(pair => pair.Own), Discount, Amount, Tax, AmountIncludingTax,
            Cancelled, EntryNumber,
        ]);
}
