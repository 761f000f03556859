using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

internal static class PostedInvoiceLineTable
{
    public static readonly Column DocumentId = Column.Guid("documentId");
    public static readonly Column Document = Column.Code("documentNumber", 20);
    public static readonly Column Sequence = Column.Integer("sequence");
    public static readonly Column Quantity = Column.Decimal("quantity");
    public static readonly Column Discount = Column.Decimal("discountAmount");
    public static readonly Column InvoiceDiscount = Column.Decimal("invoiceDiscountAllocation");
    public static readonly Column Amount = Column.Decimal("amountExcludingTax");
    public static readonly Column AmountIncludingTax = Column.Decimal("amountIncludingTax");
    public static readonly Column Order = Column.Code("orderNumber", 20);
    public static readonly Column OrderLine = Column.Integer("orderLineNumber");
    public static readonly IReadOnlyList<(Column Own, Column From)> Kept = PostedColumns.OfLine();

    public static readonly Table Table = BcTable.MakeOrdered(
        113, "Sales Invoice Line", "postedInvoiceLines", Sequence, [Document, Sequence],
        [
            DocumentId, Document, Sequence, .. Kept.Select(pair => pair.Own), Quantity, Discount, InvoiceDiscount, Amount,
            AmountIncludingTax, Order, OrderLine,
        ]);
}
