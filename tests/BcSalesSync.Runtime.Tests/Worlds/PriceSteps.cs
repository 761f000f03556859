using System.Text.Json.Nodes;
using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>Products, price groups and price lists, as scenarios about prices begin.</summary>
internal static class PriceSteps
{
    public const string Lists = "PLHEADER-PRICE";
    public const string Lines = "PLLINE-PRODPRICE";
    public const string Groups = "CUSTPRCGRP-PRICE";
    public const string Prices = "SALESPRC-PRODPRICE";

    /// <summary>The seed "cronus" with currencies, units, items and resources in step.</summary>
    public static async Task<SyncWorld> OpenAsync(bool extendedPricing = false, bool unitGroups = false)
    {
        var world = await SyncWorld.OpenAsync("cronus");
        var switches = new SetupChange { ExtendedPricing = extendedPricing, UnitGroupMapping = unitGroups };
        await world.Session.SetSetupAsync(switches, default);
        await world.ClearProductsAsync();
        await world.SyncProductsAsync(unitGroups);
        return world;
    }

    // What Sales sold before, and to whom, is by a unit of its own and under numbers that items have too.
    private static async Task ClearProductsAsync(this SyncWorld world)
    {
        (string Set, string Key)[] sold =
        [
            ("salesorders", "salesorderid"), ("quotes", "quoteid"), ("productpricelevels", "productpricelevelid"), ("products", "productid"),
            ("pricelevels", "pricelevelid"),
        ];
        foreach (var (set, key) in sold)
        {
            foreach (var row in await world.Desk.RowsAsync("sales", set))
                await world.Desk.DeleteAsync("sales", set, row[key]!.GetValue<Guid>());
        }
    }

    /// <summary>Creates what prices refer to in Sales.</summary>
    public static async Task SyncProductsAsync(this SyncWorld world, bool unitGroups = false)
    {
        string[] units = unitGroups ? ["UNIT GROUP", "ITEM UOM", "RESOURCE UOM"] : ["UNIT OF MEASURE"];
        var lines = await world.FullSyncAsync(FullSyncAction.FullSync, ["CURRENCY", .. units, "ITEM-PRODUCT", "RESOURCE-PRODUCT"]);
        Assert.All(lines, line => Assert.Equal((FullSyncStatus.Finished, 0), (line.Status, line.Failed)));
    }

    /// <summary>A price list with one line for each of the items, taken into use.</summary>
    public static async Task<JsonObject> AddListAsync(
        this SyncWorld world, string code, string status = "Active", string currency = "", bool allowsUpdating = false, params (string Item, decimal Price)[] lines)
    {
        var list = (await world.Desk.BcAsync(
            "priceListHeaders",
            new { code, description = $"Prices {code}", priceType = "Sale", amountType = "Price", currencyCode = currency, allowUpdatingDefaults = allowsUpdating }))[0]!
                .AsObject();
        foreach (var (item, price) in lines)
            await world.Desk.BcAsync("priceListLines", new { priceListCode = code, assetType = "Item", assetNumber = item, unitPrice = price });
        if (status != "Draft")
            await world.Desk.BcAsync("priceListHeaders", new { id = list["id"], status });
        return list;
    }

    /// <summary>The prices of a list in Sales.</summary>
    public static async Task<IReadOnlyList<JsonObject>> LinesOfAsync(this SyncWorld world, Guid list) =>
        [.. (await world.Desk.RowsAsync("sales", "productpricelevels")).Where(row => row["_pricelevelid_value"]!.GetValue<Guid>() == list)];

    /// <summary>The prices of a list in Sales in one line: number of the product, its unit and its amount.</summary>
    public static async Task<string> PriceTextAsync(this SyncWorld world, Guid list)
    {
        var units = (await world.Desk.RowsAsync("sales", "uoms")).ToDictionary(unit => unit["uomid"]!.ToString(), unit => unit["name"]!.ToString());
        return string.Join("; ", (await world.LinesOfAsync(list))
            .Select(row => FormattableString.Invariant(
                $"{row["productnumber"]} {units[row["_uomid_value"]!.ToString()]} {row["amount"]!.GetValue<decimal>():0.##}"))
            .Order(StringComparer.Ordinal));
    }

    /// <summary>A list MIXED whose lines are in two currencies, and a filter that lets such lists in.</summary>
    public static async Task AllowMixedAsync(this SyncWorld world)
    {
        await world.AddListAsync("MIXED", "Draft", allowsUpdating: true, lines: [("1000", 3900m), ("1896-S", 990m)]);
        var line = (await world.Desk.RowsAsync("bc", "priceListLines")).First(row => row["priceListCode"]!.ToString() == "MIXED");
        await world.Desk.BcAsync("priceListLines", new { id = line["id"], currencyCode = "USD" });
        var list = await world.Desk.FindAsync("bc", "priceListHeaders", "code", "MIXED");
        await world.Desk.BcAsync("priceListHeaders", new { id = list["id"], status = "Active" });
        await world.ChangeAsync(new TableMappingChange { Name = Lists, BcFilter = "status eq 'Active'" });
    }
}
