using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// Sales & Receivables Setup, one row.
internal static class SalesSetupTable
{
    public static readonly Column WriteInType = new("writeInProductType", ColumnType.Option)
    {
        Caption = "Write-in Product Type", Options = ["Item", "Resource"],
    };

    public static readonly Column WriteInNumber = new("writeInProductNumber", ColumnType.Code, 20) { Caption = "Write-in Product No." };
    public static readonly Column FreightAccount = new("freightAccountNumber", ColumnType.Code, 20) { Caption = "Freight G/L Acc. No." };
    public static readonly Column DefaultPriceList = new("defaultPriceListCode", ColumnType.Code, 20)
    {
        Caption = "Default Price List Code",
    };

    public static readonly Column ArchiveOrders = Column.Boolean("archiveOrders");
    public static readonly Column ArchiveQuotes = Column.Option("archiveQuotes", "Never", "Question", "Always");
    public static readonly Column QuoteValidity = Column.Text("quoteValidityCalculation", 32);

    public static readonly Table Table = BcTable.MakeSetup(
        311, "Sales & Receivables Setup", "salesSetup", WriteInType, WriteInNumber, FreightAccount, DefaultPriceList, ArchiveOrders,
        ArchiveQuotes, QuoteValidity);
}
