using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// Sums over the detailed customer ledger.
internal static class LedgerSums
{
    public static decimal Remaining(TableData details, Row entry, Column amount) =>
        details.Index(DetailedLedgerTable.LedgerEntry).Equal(entry[CustomerLedgerTable.EntryNumber])
            .Sum(detail => (decimal)detail[amount]!);

    public static decimal Balance(TableData details, string customer) =>
        details.Index(DetailedLedgerTable.Customer).Equal(customer).Sum(detail => (decimal)detail[DetailedLedgerTable.AmountLocal]!);
}
