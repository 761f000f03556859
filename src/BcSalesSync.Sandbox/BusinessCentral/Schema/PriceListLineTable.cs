using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

internal static class PriceListLineTable
{
    public const string AllAssets = " ";

    public static readonly Column List = new("priceListCode", ColumnType.Code, 20) { Caption = "Price List Code" };
    public static readonly Column ListId = Column.Guid("priceListId");
    public static readonly Column LineNumber = new("lineNumber", ColumnType.Integer) { Caption = "Line No." };
    public static readonly Column PriceType = Column.Option("priceType", PriceListTable.PriceTypes);
    public static readonly Column AmountType = Column.Option("amountType", PriceListTable.AmountTypes);
    public static readonly Column Status = new("status", ColumnType.Option) { Caption = "Status", Options = PriceListTable.States };
    public static readonly Column AssetType = new("assetType", ColumnType.Option)
    {
        Caption = "Product Type",
        Options = [AllAssets, "Item", "Item Discount Group", "Resource", "Resource Group", "Service Cost", "G/L Account"],
    };

    public static readonly Column Asset = new("assetNumber", ColumnType.Code, 20) { Caption = "Product No." };
    public static readonly Column AssetId = Column.Guid("assetId");
    public static readonly Column Unit = new("unitOfMeasureCode", ColumnType.Code, 10) { Caption = "Unit of Measure Code" };
    public static readonly Column Currency = new("currencyCode", ColumnType.Code, 10) { Caption = "Currency Code" };
    public static readonly Column UnitPrice = Column.Decimal("unitPrice");
    public static readonly Column MinimumQuantity = Column.Decimal("minimumQuantity");
    public static readonly Column StartingDate = new("startingDate", ColumnType.Date) { Caption = "Starting Date" };
    public static readonly Column EndingDate = new("endingDate", ColumnType.Date) { Caption = "Ending Date" };

    // Line columns that follow the header unless it allows other values.
    public static readonly IReadOnlyList<(Column Line, Column Header)> Defaults =
    [
        (Currency, PriceListTable.Currency), (StartingDate, PriceListTable.StartingDate), (EndingDate, PriceListTable.EndingDate),
    ];

    public static readonly Table Table = BcTable.MakeCompound(
        7001, "Price List Line", "priceListLines", [List, LineNumber], List, LineNumber, PriceType, AmountType, Status, AssetType, Asset,
        Unit, Currency, UnitPrice, MinimumQuantity, StartingDate, EndingDate, ListId, AssetId);
}
