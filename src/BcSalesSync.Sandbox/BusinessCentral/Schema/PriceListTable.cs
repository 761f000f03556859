using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

internal static class PriceListTable
{
    public const string Draft = "Draft";
    public const string Active = "Active";
    public const string Inactive = "Inactive";

    public static readonly string[] PriceTypes = ["Any", "Sale", "Purchase"];
    public static readonly string[] AmountTypes = ["Any", "Price", "Discount"];
    public static readonly string[] States = [Draft, Active, Inactive];

    public static readonly Column Code = new("code", ColumnType.Code, 20) { Caption = "Code" };
    public static readonly Column Description = Column.Text("description", 250);
    public static readonly Column PriceType = Column.Option("priceType", PriceTypes);
    public static readonly Column AmountType = Column.Option("amountType", AmountTypes);
    public static readonly Column Currency = new("currencyCode", ColumnType.Code, 10) { Caption = "Currency Code" };
    public static readonly Column StartingDate = new("startingDate", ColumnType.Date) { Caption = "Starting Date" };
    public static readonly Column EndingDate = new("endingDate", ColumnType.Date) { Caption = "Ending Date" };
    public static readonly Column Status = new("status", ColumnType.Option) { Caption = "Status", Options = States };
    public static readonly Column AllowUpdatingDefaults = Column.Boolean("allowUpdatingDefaults");

    public static readonly Table Table = BcTable.Make(
        7000, "Price List Header", "priceListHeaders", Code, Code, Description, PriceType, AmountType, Currency, StartingDate, EndingDate,
        Status, AllowUpdatingDefaults);
}
