using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

internal static class CurrencyTable
{
    public static readonly Column Code = new("code", ColumnType.Code, 10) { Caption = "Code" };
    public static readonly Column Name = Column.Text("displayName", 30);
    public static readonly Column Symbol = Column.Text("symbol", 10);
    public static readonly Column DecimalPlaces = Column.Text("amountDecimalPlaces", 5);
    public static readonly Column RoundingPrecision = Column.Decimal("amountRoundingPrecision");

    public static readonly Table Table = BcTable.Make(4, "Currency", "currencies", Code, Code, Name, Symbol, DecimalPlaces,
        RoundingPrecision);
}
