using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

internal static class ItemPages
{
    private const string Inventory = "inventory";

    public static BcPage Standard(PageSources sources) => new PageBuilder("items", "item", ItemTable.Table)
        .Id()
        .Writable(
            ItemTable.Number, ItemTable.Name, ItemTable.Name2, ItemTable.Type, ItemTable.CategoryId, ItemTable.Category, ItemTable.Blocked,
            ItemTable.Gtin)
        .Computed(
            Inventory, ColumnType.Decimal, sources.Products.Inventory, isPageVariable: true,
            write: (writer, draft, value) => writer.Ledger.SetInventory(draft, (decimal)value))
        .Writable(
            ItemTable.UnitPrice, ItemTable.PriceIncludesTax, ItemTable.UnitCost, ItemTable.TaxGroupId, ItemTable.TaxGroup,
            ItemTable.BaseUnitId)
        .Translated(ItemTable.BaseUnit, sources.Products.UnitCode)
        .Writable(
            ItemTable.GeneralPostingGroupId, ItemTable.GeneralPostingGroup, ItemTable.InventoryPostingGroupId,
            ItemTable.InventoryPostingGroup)
        .LastModified()
        .Leads("unitOfMeasure", "unitsOfMeasure", false, row => sources.Related(row, ItemTable.BaseUnit, CodeTables.UnitOfMeasure))
        .Build(Rights.All);

    public static BcPage Companion(ProductSources sources) => new PageBuilder("items", "item", ItemTable.Table)
        .Id(editableOnCreate: true)
        .Writable(ItemTable.Number, ItemTable.Name, ItemTable.Type, ItemTable.UnitPrice, ItemTable.UnitCost, ItemTable.BaseUnit)
        .Computed("baseItemUnitOfMeasureId", ColumnType.Guid, row => sources.BaseUnitId(ProductKind.Item, row))
        .Writable(ItemTable.UnitVolume, ItemTable.GrossWeight, ItemTable.Vendor)
        .Computed("vendorName", ColumnType.Text, row => sources.VendorName(ProductKind.Item, row), maxLength: 100)
        .Writable(ItemTable.VendorItem)
        .Computed(Inventory, ColumnType.Decimal, sources.Inventory)
        .Writable(ItemTable.Blocked, ItemTable.PriceIncludesTax, ItemTable.PriceVatGroup)
        .Computed("priceTaxPercent", ColumnType.Decimal, sources.PriceTaxPercent)
        .Writable(ItemTable.TaxGroup)
        .SystemColumns()
        .ThroughVariables("priceTaxPercent")
        .Build(Rights.All);
}
