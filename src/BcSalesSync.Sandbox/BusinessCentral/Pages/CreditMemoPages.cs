using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

// Credit memos of API v2.0, posted ones only (wire-bc 6).
internal static class CreditMemoPages
{
    private static readonly Table Memo = CreditMemoTable.Table;

    public static BcPage CreditMemos(PageSources sources) => new PageBuilder("salesCreditMemos", "salesCreditMemo", Memo)
        .Id()
        .ReadOnly(Columns("number externalDocumentNumber"))
        .Alias("creditMemoDate", Memo["invoiceDate"])
        .ReadOnly(Columns("postingDate dueDate customerId customerNumber customerName billToName billToCustomerId billToCustomerNumber"))
        .Computed("currencyCode", ColumnType.Code, row => sources.ShownCurrency(row, Memo["currencyCode"]), isPageVariable: true)
        .ReadOnly(Columns("salesperson pricesIncludeTax totalAmountExcludingTax totalTaxAmount totalAmountIncludingTax"))
        .Computed(
            "status", ColumnType.Option, row => Status(row, sources.Ledger),
            options: [" ", "Draft", "In Review", "Open", "Canceled", "Corrective", "Paid"])
        .LastModified()
        .ReadOnly(Columns("invoiceId invoiceNumber phoneNumber email"))
        .Build();

    private static Column[] Columns(string names) => [.. names.Split(' ').Select(name => Memo[name])];

    private static string Status(Row row, LedgerSources ledger) =>
        (bool)row[CreditMemoTable.Cancels]! ? "Corrective" : ledger.RemainingOfEntry(row[CreditMemoTable.EntryNumber]) == 0m ? "Paid" : "Open";
}
