using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

internal static class ItemTable
{
    public const string Inventory = "Inventory";
    public const string Service = "Service";
    public const string NonInventory = "Non-Inventory";

    public static readonly Column Number = new("number", ColumnType.Code, 20) { Caption = "No." };
    public static readonly Column Name = new("displayName", ColumnType.Text, 100) { Caption = "Description" };
    public static readonly Column Name2 = Column.Text("displayName2", 50);
    public static readonly Column Type = new("type", ColumnType.Option) { Caption = "Type", Options = [Inventory, Service, NonInventory] };
    public static readonly Column CategoryId = Column.Guid("itemCategoryId");
    public static readonly Column Category = Column.Code("itemCategoryCode", 20);
    public static readonly Column Blocked = new("blocked", ColumnType.Boolean) { Caption = "Blocked" };
    public static readonly Column Gtin = Column.Code("gtin", 14);
    public static readonly Column UnitPrice = Column.Decimal("unitPrice");
    public static readonly Column PriceIncludesTax = Column.Boolean("priceIncludesTax");
    public static readonly Column UnitCost = Column.Decimal("unitCost");
    public static readonly Column TaxGroupId = Column.Guid("taxGroupId");
    public static readonly Column TaxGroup = Column.Code("taxGroupCode", 20);
    public static readonly Column BaseUnitId = Column.Guid("baseUnitOfMeasureId");
    public static readonly Column BaseUnit = new("baseUnitOfMeasureCode", ColumnType.Code, 10) { Caption = "Base Unit of Measure" };
    public static readonly Column GeneralPostingGroupId = Column.Guid("generalProductPostingGroupId");
    public static readonly Column GeneralPostingGroup = Column.Code("generalProductPostingGroupCode", 20);
    public static readonly Column InventoryPostingGroupId = Column.Guid("inventoryPostingGroupId");
    public static readonly Column InventoryPostingGroup = Column.Code("inventoryPostingGroupCode", 20);
    public static readonly Column UnitVolume = Column.Decimal("unitVolume");
    public static readonly Column GrossWeight = Column.Decimal("grossWeight");
    public static readonly Column Vendor = new("vendorNumber", ColumnType.Code, 20) { Caption = "Vendor No." };
    public static readonly Column VendorItem = Column.Text("vendorItemNumber", 50);

    // The customers' VAT group whose rate is in a price including VAT.
    public static readonly Column PriceVatGroup = Column.Code("vatBusPostingGroupPrice", 20);

    // Whether lines take stock for themselves as soon as they are entered.
    public static readonly Column Reserve = Column.Option("reserve", ReservationPolicy.All);

    public static readonly Table Table = BcTable.Make(
        27, "Item", "items", Number, Number, Name, Name2, Type, CategoryId, Category, Blocked, Gtin, UnitPrice, PriceIncludesTax, UnitCost,
        TaxGroupId, TaxGroup, BaseUnitId, BaseUnit, GeneralPostingGroupId, GeneralPostingGroup, InventoryPostingGroupId,
        InventoryPostingGroup, UnitVolume, GrossWeight, Vendor, VendorItem, PriceVatGroup, Reserve);
}
