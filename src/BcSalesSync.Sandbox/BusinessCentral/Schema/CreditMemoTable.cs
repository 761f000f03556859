using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// Posted credit memos; one that cancels its invoice says so.
internal static class CreditMemoTable
{
    public static readonly Column Number = new("number", ColumnType.Code, 20) { Caption = "No." };
    public static readonly Column PostingDate = Column.Date("postingDate");
    public static readonly Column InvoiceId = Column.Guid("invoiceId");
    public static readonly Column Invoice = Column.Code("invoiceNumber", 20);
    public static readonly Column Cancels = Column.Boolean("corrective");
    public static readonly Column Amount = Column.Decimal("totalAmountExcludingTax");
    public static readonly Column Tax = Column.Decimal("totalTaxAmount");
    public static readonly Column AmountIncludingTax = Column.Decimal("totalAmountIncludingTax");
    public static readonly Column EntryNumber = Column.Integer("custLedgerEntryNumber");
    public static readonly IReadOnlyList<(Column Own, Column From)> Kept = PostedColumns.OfHeader();

    public static readonly Table Table = BcTable.Make(
        114, "Sales Cr.Memo Header", "salesCreditMemos", Number,
        [
            Number, PostingDate, .. Kept.Select(pair => pair.Own), InvoiceId, Invoice, Cancels, Amount, Tax, AmountIncludingTax, EntryNumber,
        ]);
}
