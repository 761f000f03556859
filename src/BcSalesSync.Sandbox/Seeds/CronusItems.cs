using System.Globalization;
using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Seeds;

// The items of the seed "cronus" with their units and ledger entries.
internal sealed class CronusItems(DataStore store, BcRowWriter rows, DateTimeOffset moment)
{
    public const string WriteIn = "WRITE-IN";

    private static readonly CronusItem[] Items =
    [
        new("1000", "Bicycle", 4000m, 350.594m)
        {
            Vendor = "V10000", VendorItem = "FU-BIKE", Volume = 0.9m, Weight = 14.5m, Moved = (40m, 8m),
        },
        new("1001", "Touring Bicycle", 4000m, 350.594m) { Vendor = "V10000", VendorItem = "FU-TOUR", Volume = 0.9m, Weight = 15.2m },
        new("1100", "Front Wheel", 1000m, 129.671m) { Weight = 1.8m, Pack = ("BOX", 4m), Moved = (152m, 0m) },
        new("1150", "Front Hub", 500m, 12.441m) { Weight = 0.3m, Moved = (200m, 20m) },
        new("1896-S", "ATHENS Desk", 1000.8m, 780.7m) { Vendor = "V20000", Volume = 1.2m, Weight = 45m, Moved = (13m, 9m) },
        new("1900-S", "PARIS Guest Chair, black", 192.8m, 150.4m)
        {
            Vendor = "V20000", Weight = 8.5m, Pack = ("SET", 4m), Moved = (64m, 15m),
        },
        new("1906-S", "ATHENS Mobile Pedestal", 281.4m, 219.5m) { Vendor = "V20000", Weight = 22m, Moved = (5m, 5m) },
        new("1908-S", "LONDON Swivel Chair, blue", 190.1m, 148.1m) { Vendor = "V30000", VendorItem = "NP-1908", Weight = 12m },
        new("1928-S", "AMSTERDAM Lamp", 54.9m, 42.8m)
        {
            Vendor = "V30000", VendorItem = "NP-1928", Volume = 0.02m, Weight = 1.1m, Pack = ("BOX", 6m), Moved = (96m, 24m),
        },
        new("1972-S", "MUNICH Swivel Chair, yellow", 190.1m, 148.1m) { Vendor = "V30000", Blocked = true, Moved = (2m, 0m) },
        new("S-100", "Assembling Furniture", 65m, 38m) { Type = ItemTable.Service, Unit = "HOUR" },
        new(WriteIn, "Write-in Product", 0m, 0m) { Type = ItemTable.NonInventory },
    ];

    private int _entries;

    public void Load()
    {
        var products = new ProductRows(rows, ProductKind.Item);
        foreach (var item in Items)
        {
            products.Put(
                item.Number, item.Name, item.Pack is { } pack ? [(item.Unit, 1m), pack] : [(item.Unit, 1m)],
                (ItemTable.BaseUnitId, BcRowWriter.IdOf(CodeTables.UnitOfMeasure, item.Unit)), (ItemTable.Type, item.Type),
                (ItemTable.UnitPrice, item.Price), (ItemTable.UnitCost, item.Cost), (ItemTable.UnitVolume, item.Volume),
                (ItemTable.GrossWeight, item.Weight), (ItemTable.Vendor, item.Vendor), (ItemTable.VendorItem, item.VendorItem),
                (ItemTable.Blocked, item.Blocked));
            PutEntry(item, "Purchase", item.Moved.Bought, monthsAgo: 2);
            PutEntry(item, "Sale", -item.Moved.Sold, monthsAgo: 1);
        }

        // The next item by hand or by API is I100001.
        store.SetCounter(ProductKind.Item.NumberSeries, 100_000);
        store.SetCounter(ItemLedger.EntrySeries, _entries);
    }

    private void PutEntry(CronusItem item, string type, decimal quantity, int monthsAgo)
    {
        if (quantity == 0m)
        {
            return;
        }

        var number = ++_entries;
        rows.Put(
            ItemLedgerTable.Table, number.ToString(CultureInfo.InvariantCulture), (ItemLedgerTable.EntryNumber, number),
            (ItemLedgerTable.Item, item.Number), (ItemLedgerTable.EntryType, type), (ItemLedgerTable.Quantity, quantity),
            (ItemLedgerTable.PostingDate, DateOnly.FromDateTime(moment.UtcDateTime.AddMonths(-monthsAgo))),
            (ItemLedgerTable.DocumentNumber, "START"), (ItemLedgerTable.Description, item.Name));
    }
}
