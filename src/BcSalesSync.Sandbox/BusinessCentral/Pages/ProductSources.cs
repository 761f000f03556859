using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

// What pages look up about items and resources, their units and what they are priced in.
internal sealed class ProductSources(DataStore store)
{
    public object Inventory(Row item) => store[ItemLedgerTable.Table].Index(ItemLedgerTable.Item).Equal(item.Text(ItemTable.Number))
        .Sum(entry => (decimal)entry[ItemLedgerTable.Quantity]!);

    // What of VAT is in the price of an item; nothing as long as no group of customers says whose VAT.
    public object PriceTaxPercent(Row item) =>
        (bool)item[ItemTable.PriceIncludesTax]! && item.Text(ItemTable.PriceVatGroup) is { Length: > 0 } group
        && store[VatSetupTable.Table].FindByKey(column =>
            column == VatSetupTable.BusinessGroup ? group : item.Text(ItemTable.TaxGroup)) is { } rate
            ? rate[VatSetupTable.Percent]!
            : 0m;

    // API v2.0 takes a unit's international code for its own.
    public object UnitCode(object given)
    {
        var units = store[CodeTables.UnitOfMeasure];
        var code = ((string)given).Trim().ToUpperInvariant();
        return code.Length > 0 && Find(units.Table, code) is null
            && units.FindBy(units.Table["internationalStandardCode"], code) is { } unit
                ? unit.Text(units.Table.KeyColumn)
                : given;
    }

    public object BaseUnitId(ProductKind kind, Row product) =>
        UnitOf(kind, product.Text(kind.Number), product.Text(kind.BaseUnit))?.Id ?? Guid.Empty;

    public string VendorName(ProductKind kind, Row product) =>
        product.Text(kind.Vendor) is { Length: > 0 } number && Find(VendorTable.Table, number) is { } vendor
            ? vendor.Text(VendorTable.Name)
            : "";

    public string SourceName(Row group) =>
        ProductKind.Find(group.Text(UnitGroupTable.SourceType)) is { } kind
        && store[kind.Table].Find((Guid)group[UnitGroupTable.SourceId]!) is { } product
            ? product.Text(kind.Name)
            : "";

    public object PriceGroupId(Row price) =>
        price.Text(SalesPriceTable.SalesType) == SalesPriceTable.PriceGroup
        && Find(CodeTables.CustomerPriceGroup, price.Text(SalesPriceTable.SalesCode)) is { } group
            ? group.Id
            : Guid.Empty;

    public object SalesPriceUnitId(Row price) =>
        PricedUnitId(ProductKind.Item, price.Text(SalesPriceTable.Item), price.Text(SalesPriceTable.Unit));

    public object LineUnitId(Row line) => ProductKind.Find(line.Text(PriceListLineTable.AssetType)) is { } kind
        ? PricedUnitId(kind, line.Text(PriceListLineTable.Asset), line.Text(PriceListLineTable.Unit))
        : Guid.Empty;

    // The unit of a price; a price without one is for the base unit.
    private object PricedUnitId(ProductKind kind, string number, string unit)
    {
        var code = unit.Length > 0 ? unit : Find(kind.Table, number)?.Text(kind.BaseUnit) ?? "";
        return UnitOf(kind, number, code)?.Id ?? Guid.Empty;
    }

    private Row? UnitOf(ProductKind kind, string number, string code) =>
        store[kind.Units.Table].FindByKey(column => column == kind.Units.Number ? number : code);

    private Row? Find(Table table, string key) => store[table].FindBy(table.KeyColumn, key);
}
