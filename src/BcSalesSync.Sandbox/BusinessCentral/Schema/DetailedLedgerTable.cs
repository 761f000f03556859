using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// Every movement of a customer ledger entry, numbered without end.
internal static class DetailedLedgerTable
{
    public const string Initial = "Initial Entry";
    public const string Application = "Application";

    public static readonly Column EntryNumber = Column.Integer("entryNumber");
    public static readonly Column LedgerEntry = Column.Integer("custLedgerEntryNumber");
    public static readonly Column Customer = Column.Code("customerNumber", 20);
    public static readonly Column EntryType = Column.Option(
        "entryType", " ", Initial, Application, "Unrealized Loss", "Unrealized Gain", "Realized Loss", "Realized Gain", "Payment Discount",
        "Payment Discount (VAT Excl.)", "Payment Discount (VAT Adjustment)", "Appln. Rounding", "Correction of Remaining Amount",
        "Payment Tolerance", "Payment Discount Tolerance", "Payment Tolerance (VAT Excl.)", "Payment Tolerance (VAT Adjustment)",
        "Payment Discount Tolerance (VAT Excl.)", "Payment Discount Tolerance (VAT Adjustment)");

    public static readonly Column PostingDate = Column.Date("postingDate");
    public static readonly Column DocumentType = Column.Option("documentType", CustomerLedgerTable.DocumentTypes);
    public static readonly Column Document = Column.Code("documentNumber", 20);
    public static readonly Column Currency = Column.Code("currencyCode", 10);
    public static readonly Column Amount = Column.Decimal("amount");
    public static readonly Column AmountLocal = Column.Decimal("amountLCY");
    public static readonly Column Applied = Column.Integer("appliedCustLedgerEntryNumber");
    public static readonly Column Unapplied = Column.Boolean("unapplied");

    public static readonly Table Table = BcTable.Make(
        379, "Detailed Cust. Ledg. Entry", "detailedCustLedgerEntries", EntryNumber, EntryNumber, LedgerEntry, Customer, EntryType,
        PostingDate, DocumentType, Document, Currency, Amount, AmountLocal, Applied, Unapplied);
}
