using System.Globalization;
using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Seeds;

// The prices of the seed "cronus": classic ones by customer price group, and three price lists.
internal sealed class CronusPrices(DataStore store, BcRowWriter rows, DateTimeOffset moment)
{
    private readonly DateOnly _start = new(moment.Year, 1, 1);
    private readonly PriceListRows _lists = new(rows);
    private int _prices;

    public void Load()
    {
        LoadGroups();
        LoadSalesPrices();
        LoadLists();
        store.SetCounter(PriceListRules.NumberSeries, 3);
    }

    private void LoadGroups()
    {
        var table = CodeTables.CustomerPriceGroup;
        foreach (var (code, name, includesVat) in new[]
        {
            ("EXPORT", "Export customers", false), ("RETAIL", "Retail customers", true), ("WHOLESALE", "Wholesale customers", false),
        })
        {
            rows.Put(table, code, (table["code"], code), (table["description"], name), (table["priceIncludesVat"], includesVat));
        }
    }

    private void LoadSalesPrices()
    {
        PutPrice("1000", SalesPriceTable.PriceGroup, "EXPORT", 4350m, currency: "USD");
        PutPrice("1001", SalesPriceTable.PriceGroup, "EXPORT", 4350m, currency: "USD");
        PutPrice("1900-S", SalesPriceTable.PriceGroup, "RETAIL", 185m);
        PutPrice("1928-S", SalesPriceTable.PriceGroup, "RETAIL", 52.9m, "PCS");
        PutPrice("1896-S", SalesPriceTable.PriceGroup, "WHOLESALE", 950m, "PCS");
        PutPrice("1928-S", SalesPriceTable.PriceGroup, "WHOLESALE", 290m, "BOX");
        PutPrice("1896-S", "Customer", "C10000", 820m, "PCS", "GBP", minimumQuantity: 5m);
        PutPrice("1900-S", SalesPriceTable.AllCustomers, "", 190m, "PCS", minimumQuantity: 10m);
    }

    private void PutPrice(
        string item, string type, string code, decimal price, string unit = "", string currency = "", decimal minimumQuantity = 0m) =>
        rows.Put(
            SalesPriceTable.Table, (++_prices).ToString(CultureInfo.InvariantCulture), (SalesPriceTable.Item, item),
            (SalesPriceTable.ItemId, BcRowWriter.IdOf(ItemTable.Table, item)), (SalesPriceTable.SalesType, type),
            (SalesPriceTable.SalesCode, code), (SalesPriceTable.StartingDate, _start), (SalesPriceTable.Unit, unit),
            (SalesPriceTable.Currency, currency), (SalesPriceTable.MinimumQuantity, minimumQuantity), (SalesPriceTable.UnitPrice, price));

    private void LoadLists()
    {
        var standard = _lists.PutList("S000001", "Standard prices", PriceListTable.Active, "", _start);
        _lists.PutLine(standard, 10_000, ProductKind.Item, "1000", "PCS", 4000m);
        _lists.PutLine(standard, 20_000, ProductKind.Item, "1896-S", "PCS", 1000.8m);
        _lists.PutLine(standard, 30_000, ProductKind.Item, "1928-S", "PCS", 54.9m);
        _lists.PutLine(standard, 40_000, ProductKind.Item, "1928-S", "BOX", 320m);
        _lists.PutLine(standard, 50_000, ProductKind.Item, "1928-S", "PCS", 51.5m, minimumQuantity: 12m);
        _lists.PutLine(standard, 60_000, ProductKind.Resource, "LINA", "HOUR", 110m);
        var export = _lists.PutList("S000002", "Export prices", PriceListTable.Draft, "USD", _start);
        _lists.PutLine(export, 10_000, ProductKind.Item, "1000", "PCS", 4400m);
        _lists.PutLine(export, 20_000, ProductKind.Item, "1001", "PCS", 4400m);
        var open = _lists.PutList("S000003", "Prices with dates and currencies of their own", PriceListTable.Active, "", _start, true);
        _lists.PutLine(open, 10_000, ProductKind.Item, "1100", "PCS", 980m);
        _lists.PutLine(open, 20_000, ProductKind.Resource, "KATHERINE", "DAY", 760m);
    }
}
