using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

// Classic prices by customer price group, and extended price lists.
internal static class PricePages
{
    public static BcPage CustomerPriceGroups() =>
        new PageBuilder("customerPriceGroups", "customerPriceGroup", CodeTables.CustomerPriceGroup)
            .Id().OwnColumns(editable: false).SystemColumns().Build();

    public static BcPage SalesPrices(ProductSources sources) => new PageBuilder("salesPrices", "salesPrice", SalesPriceTable.Table)
        .Id()
        .ReadOnly(
            SalesPriceTable.Item, SalesPriceTable.SalesType, SalesPriceTable.SalesCode, SalesPriceTable.StartingDate,
            SalesPriceTable.EndingDate, SalesPriceTable.Currency, SalesPriceTable.Variant, SalesPriceTable.Unit,
            SalesPriceTable.MinimumQuantity, SalesPriceTable.UnitPrice)
        .Computed("customerPriceGroupId", ColumnType.Guid, sources.PriceGroupId)
        .ReadOnly(SalesPriceTable.ItemId)
        .Computed("itemUnitOfMeasureId", ColumnType.Guid, sources.SalesPriceUnitId, isPageVariable: true)
        .SystemColumns()
        .Build();

    public static BcPage Headers() => new PageBuilder("priceListHeaders", "priceListHeader", PriceListTable.Table)
        .Id().OwnColumns(editable: false).SystemColumns().Build();

    public static BcPage Lines(ProductSources sources) => new PageBuilder("priceListLines", "priceListLine", PriceListLineTable.Table)
        .Id()
        .OwnColumns(editable: false)
        .Computed("unitOfMeasureId", ColumnType.Guid, sources.LineUnitId, isPageVariable: true)
        .SystemColumns()
        .Build();
}
