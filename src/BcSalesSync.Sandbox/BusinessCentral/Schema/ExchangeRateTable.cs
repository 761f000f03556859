using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// A rate is relational amount / amount, in local currency when the relational code is blank; the newest one not after today holds.
internal static class ExchangeRateTable
{
    public static readonly Column Currency = new("currencyCode", ColumnType.Code, 10) { Caption = "Currency Code" };
    public static readonly Column StartingDate = new("startingDate", ColumnType.Date) { Caption = "Starting Date" };
    public static readonly Column Amount = Column.Decimal("exchangeRateAmount");
    public static readonly Column RelationalCurrency = Column.Code("relationalCurrencyCode", 10);
    public static readonly Column RelationalAmount = Column.Decimal("relationalExchangeRateAmount");

    public static readonly Table Table = BcTable.MakeCompound(
        330, "Currency Exchange Rate", "currencyExchangeRates", [Currency, StartingDate], Currency, StartingDate, Amount,
        RelationalCurrency, RelationalAmount);
}
