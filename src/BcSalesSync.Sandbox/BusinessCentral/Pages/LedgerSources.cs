using BcSalesSync.Sandbox.BusinessCentral.Documents;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Clock;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

// What pages look up in the customer ledger and in open documents; amounts of customers in local currency.
internal sealed class LedgerSources(DataStore store, SandboxClock clock)
{
    public DateOnly Today => DateOnly.FromDateTime(clock.BcNow.UtcDateTime);

    public object Remaining(Row entry) => LedgerSums.Remaining(Details, entry, DetailedLedgerTable.Amount);

    public object RemainingLocal(Row entry) => LedgerSums.Remaining(Details, entry, DetailedLedgerTable.AmountLocal);

    // What of a posted invoice is still to be paid.
    public decimal RemainingOf(Row invoice) => RemainingOfEntry(invoice[PostedInvoiceTable.EntryNumber]);

    public decimal RemainingOfEntry(object? number) =>
        store[CustomerLedgerTable.Table].FindBy(CustomerLedgerTable.EntryNumber, number) is { } entry
            ? LedgerSums.Remaining(Details, entry, DetailedLedgerTable.Amount)
            : 0m;

    public decimal Balance(Row customer) => LedgerSums.Balance(Details, customer.Text(CustomerTable.Number));

    public decimal Overdue(Row customer) => EntriesOf(customer)
        .Where(entry => (bool)entry[CustomerLedgerTable.Open]! && (DateOnly)entry[CustomerLedgerTable.DueDate]! < Today)
        .Sum(entry => LedgerSums.Remaining(Details, entry, DetailedLedgerTable.AmountLocal));

    public decimal Sales(Row customer, DateOnly since) => EntriesOf(customer)
        .Where(entry => (DateOnly)entry[CustomerLedgerTable.PostingDate]! >= since)
        .Sum(entry => (decimal)entry[CustomerLedgerTable.SalesLocal]!);

    // The start of the fiscal year today is in.
    public DateOnly FiscalYear()
    {
        var column = SetupTables.CompanyInformation["currentFiscalYearStartDate"];
        var start = store[SetupTables.CompanyInformation].Rows.Select(row => (DateOnly)row[column]!).FirstOrDefault();
        return start > DateOnly.MinValue && start <= Today && start.AddYears(1) > Today ? start : new DateOnly(Today.Year, 1, 1);
    }

    // The part of open documents a quantity stands for, VAT included.
    public decimal OpenLines(Row customer, string documentType, Column quantity)
    {
        var money = 0m;
        foreach (var header in store[SalesHeaderTable.Table].Index(SalesHeaderTable.BillToCustomer)
            .Equal(customer[CustomerTable.Number]).Where(row => row.Text(SalesHeaderTable.DocumentType) == documentType))
        {
            var factor = (decimal)header[SalesHeaderTable.CurrencyFactor]!;
            foreach (var line in SalesDocument.LinesOf(store, header.Id)
                .Where(line => SalesDocument.Of(line, SalesLineTable.Quantity) != 0m))
            {
                var amount = SalesDocument.Of(line, SalesLineTable.AmountIncludingTax) * SalesDocument.Of(line, quantity)
                    / SalesDocument.Of(line, SalesLineTable.Quantity);
                money += Math.Round(factor == 0m ? amount : amount / factor, 2, MidpointRounding.AwayFromZero);
            }
        }

        return money;
    }

    private TableData Details => store[DetailedLedgerTable.Table];

    private IEnumerable<Row> EntriesOf(Row customer) =>
        store[CustomerLedgerTable.Table].Index(CustomerLedgerTable.Customer).Equal(customer[CustomerTable.Number]);
}
