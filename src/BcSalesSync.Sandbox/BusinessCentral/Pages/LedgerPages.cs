using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

// The customer ledger, and what the documents and entries of a customer come to (documents 5.5).
internal static class LedgerPages
{
    public static BcPage Entries(LedgerSources sources) =>
        new PageBuilder("custLedgerEntries", "custLedgerEntry", CustomerLedgerTable.Table)
            .Id().OwnColumns(editable: false)
            .Computed("remainingAmount", ColumnType.Decimal, sources.Remaining)
            .Computed("remainingAmountLCY", ColumnType.Decimal, sources.RemainingLocal)
            .SystemColumns()
            .Build();

    public static BcPage Details() =>
        new PageBuilder("detailedCustLedgerEntries", "detailedCustLedgerEntry", DetailedLedgerTable.Table)
            .Id().OwnColumns(editable: false).SystemColumns().Build();

    public static BcPage Financials(LedgerSources sources) =>
        new PageBuilder("customerFinancialDetails", "customerFinancialDetail", CustomerTable.Table)
            .Id()
            .ReadOnly(CustomerTable.Number)
            .Computed("balance", ColumnType.Decimal, row => sources.Balance(row))
            .Computed("totalSalesExcludingTax", ColumnType.Decimal, row => sources.Sales(row, DateOnly.MinValue))
            .Computed("overdueAmount", ColumnType.Decimal, row => sources.Overdue(row))
            .LastModified()
            .Build();

    public static BcPage Statistics(LedgerSources sources) =>
        new PageBuilder("customerStatistics", "customerStatistic", CustomerTable.Table)
            .Id()
            .ReadOnly(CustomerTable.Number, CustomerTable.Name)
            .Computed("balanceLCY", ColumnType.Decimal, row => sources.Balance(row))
            .Computed("outstandingOrdersLCY", ColumnType.Decimal, row =>
                sources.OpenLines(row, SalesHeaderTable.Order, SalesLineTable.Outstanding))
            .Computed("shippedNotInvoicedLCY", ColumnType.Decimal, row =>
                sources.OpenLines(row, SalesHeaderTable.Order, SalesLineTable.NotInvoiced))
            .Computed("outstandingInvoicesLCY", ColumnType.Decimal, row =>
                sources.OpenLines(row, SalesHeaderTable.Invoice, SalesLineTable.Outstanding))
            .Computed("outstandingServiceOrdersLCY", ColumnType.Decimal, _ => 0m)
            .Computed("serviceShippedNotInvoicedLCY", ColumnType.Decimal, _ => 0m)
            .Computed("outstandingServiceInvoicesLCY", ColumnType.Decimal, _ => 0m)
            .Computed("totalLCY", ColumnType.Decimal, row => sources.Balance(row)
                + sources.OpenLines(row, SalesHeaderTable.Order, SalesLineTable.Outstanding)
                + sources.OpenLines(row, SalesHeaderTable.Order, SalesLineTable.NotInvoiced)
                + sources.OpenLines(row, SalesHeaderTable.Invoice, SalesLineTable.Outstanding))
            .Alias("creditLimitLCY", CustomerTable.CreditLimit)
            .Computed("overdueAmountLCY", ColumnType.Decimal, row => sources.Overdue(row))
            .Computed("overdueAmountsAsOf", ColumnType.Date, _ => sources.Today)
            .Computed("totalSalesLCY", ColumnType.Decimal, row => sources.Sales(row, sources.FiscalYear()))
            .Computed("invoicedPrepaymentAmountLCY", ColumnType.Decimal, _ => 0m)
            .SystemColumns()
            .ThroughVariables(
                "totalLCY", "overdueAmountLCY", "overdueAmountsAsOf", "totalSalesLCY", "invoicedPrepaymentAmountLCY")
            .Build();
}
