using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// What customers owe and paid; what remains is the sum of the detailed entries.
internal static class CustomerLedgerTable
{
    public const string Payment = "Payment";
    public const string Invoice = "Invoice";
    public const string CreditMemo = "Credit Memo";

    public static readonly string[] DocumentTypes =
        [" ", Payment, Invoice, CreditMemo, "Finance Charge Memo", "Reminder", "Refund"];

    public static readonly Column EntryNumber = Column.Integer("entryNumber");
    public static readonly Column Customer = Column.Code("customerNumber", 20);
    public static readonly Column PostingDate = Column.Date("postingDate");
    public static readonly Column DocumentType = Column.Option("documentType", DocumentTypes);
    public static readonly Column Document = Column.Code("documentNumber", 20);
    public static readonly Column Description = Column.Text("description", 100);
    public static readonly Column Currency = Column.Code("currencyCode", 10);
    public static readonly Column Amount = Column.Decimal("amount");
    public static readonly Column AmountLocal = Column.Decimal("amountLCY");
    public static readonly Column DueDate = Column.Date("dueDate");
    public static readonly Column Open = Column.Boolean("open");
    public static readonly Column SalesLocal = Column.Decimal("salesLCY");

    public static readonly Table Table = BcTable.Make(
        21, "Cust. Ledger Entry", "custLedgerEntries", EntryNumber, EntryNumber, Customer, PostingDate, DocumentType, Document, Description,
        Currency, Amount, AmountLocal, DueDate, Open, SalesLocal);
}
