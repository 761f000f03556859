using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// The classic sales price; extended price lists live beside it.
internal static class SalesPriceTable
{
    public const string AllCustomers = "All Customers";
    public const string PriceGroup = "Customer Price Group";

    public static readonly Column Item = new("itemNumber", ColumnType.Code, 20) { Caption = "Item No." };
    public static readonly Column ItemId = Column.Guid("itemId");
    public static readonly Column SalesType = new("salesType", ColumnType.Option)
    {
        Caption = "Sales Type", Options = ["Customer", PriceGroup, AllCustomers, "Campaign"],
    };

    public static readonly Column SalesCode = new("salesCode", ColumnType.Code, 20) { Caption = "Sales Code" };
    public static readonly Column StartingDate = new("startingDate", ColumnType.Date) { Caption = "Starting Date" };
    public static readonly Column EndingDate = new("endingDate", ColumnType.Date) { Caption = "Ending Date" };
    public static readonly Column Currency = new("currencyCode", ColumnType.Code, 10) { Caption = "Currency Code" };
    public static readonly Column Variant = new("variantCode", ColumnType.Code, 10) { Caption = "Variant Code" };
    public static readonly Column Unit = new("unitOfMeasureCode", ColumnType.Code, 10) { Caption = "Unit of Measure Code" };
    public static readonly Column MinimumQuantity = new("minimumQuantity", ColumnType.Decimal) { Caption = "Minimum Quantity" };
    public static readonly Column UnitPrice = Column.Decimal("unitPrice");

    public static readonly Table Table = BcTable.MakeCompound(
        7002, "Sales Price", "salesPrices", [Item, SalesType, SalesCode, StartingDate, Currency, Variant, Unit, MinimumQuantity],
        Item, SalesType, SalesCode, StartingDate, EndingDate, Currency, Variant, Unit, MinimumQuantity, UnitPrice, ItemId);
}
