using System.Text.Json.Nodes;
using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>Items, resources and units, and what stands for them in Sales.</summary>
internal static class ProductSteps
{
    /// <summary>A world in which the units PCS and BOX are coupled to unit groups of their own.</summary>
    public static async Task<SyncWorld> OpenAsync(int tier = 2, string? statePath = null, bool solutions = true)
    {
        var world = await SyncWorld.OpenAsync(tier: tier, statePath: statePath, solutions: solutions);
        await world.AddUnitsAsync("PCS", "BOX");
        foreach (var code in new[] { "PCS", "BOX" })
            await world.CreateInSalesAsync("UNIT OF MEASURE", code);
        return world;
    }

    /// <summary>A world with unit groups of items and resources.</summary>
    public static async Task<SyncWorld> OpenWithUnitGroupsAsync()
    {
        var world = await SyncWorld.OpenAsync();
        await world.Session.SetSetupAsync(new SetupChange { UnitGroupMapping = true }, default);
        await world.AddUnitsAsync("PCS", "BOX");
        return world;
    }

    /// <summary>Adds units of measure in Business Central.</summary>
    public static Task AddUnitsAsync(this SyncWorld world, params string[] codes) =>
        world.Desk.BcAsync("unitsOfMeasure", [.. codes.Select(code => new { code, displayName = code })]);

    /// <summary>Adds an item in Business Central and returns its id.</summary>
    public static async Task<Guid> AddItemAsync(this SyncWorld world, string number, decimal price = 49.5m, string unit = "PCS")
    {
        var rows = await world.Desk.BcAsync(
            "items", new { number, displayName = $"Item {number}", baseUnitOfMeasureCode = unit, unitPrice = price });
        return IdOf(rows);
    }

    /// <summary>Adds a resource in Business Central and returns its id.</summary>
    public static async Task<Guid> AddResourceAsync(this SyncWorld world, string number, string unit = "PCS")
    {
        var rows = await world.Desk.BcAsync(
            "resources", new { number, name = $"Resource {number}", baseUnitOfMeasureCode = unit, unitPrice = 60m, capacity = 8m });
        return IdOf(rows);
    }

    /// <summary>The product of a pair.</summary>
    public static async Task<JsonObject> ProductAsync(this SyncWorld world, Guid id) => (await world.Desk.RowAsync("sales", "products", id))!;

    /// <summary>Lines of the price lists that name a product.</summary>
    public static async Task<IReadOnlyList<JsonObject>> PricesAsync(this SyncWorld world, Guid product) =>
        [.. (await world.Desk.RowsAsync("sales", "productpricelevels")).Where(line => line.Id("productid") == product)];

    /// <summary>A user adds an active product in Sales, sold by a unit of measure that is coupled.</summary>
    public static async Task<Guid> AddProductAsync(this SyncWorld world, string number, string name, string unit, int type = 1)
    {
        var group = await world.SalesIdAsync("UNIT OF MEASURE", "name", $"NAV {unit}");
        var units = await world.Desk.RowsAsync("sales", "uoms");
        var only = Assert.Single(units, row => row.Id("uomscheduleid") == group);
        var rows = await world.Desk.SilentlyAsync("sales", "products", new
        {
            _transactioncurrencyid_value = await world.AnyCurrencyAsync(),
            productnumber = number,
            name,
            producttypecode = type,
            _defaultuomscheduleid_value = group,
            _defaultuomid_value = only.Id("uomid"),
            quantitydecimal = 2,
            statecode = 0,
            statuscode = 1,
        });
        return rows[0]!["productid"]!.GetValue<Guid>();
    }

    /// <summary>A user adds a price list with one line.</summary>
    public static async Task AddPriceAsync(this SyncWorld world, string list, Guid product, Guid unit, decimal amount)
    {
        var currency = await world.AnyCurrencyAsync();
        var lists = await world.Desk.SilentlyAsync("sales", "pricelevels", new { name = list, _transactioncurrencyid_value = currency });
        await world.Desk.SilentlyAsync("sales", "productpricelevels", new
        {
            _pricelevelid_value = lists[0]!["pricelevelid"]!.GetValue<Guid>(),
            _productid_value = product,
            _uomid_value = unit,
            _transactioncurrencyid_value = currency,
            amount,
        });
    }

    /// <summary>The id a column holds; null when it is empty.</summary>
    public static Guid? Id(this JsonObject row, string column) =>
        Guid.TryParse((row[column] ?? row[$"_{column}_value"])?.ToString(), out var id) && id != Guid.Empty ? id : null;

    /// <summary>The number a column holds.</summary>
    public static decimal? Number(this JsonObject row, string column) => row[column]?.GetValue<decimal>();

    private static async Task<Guid?> AnyCurrencyAsync(this SyncWorld world) =>
        (await world.Desk.RowsAsync("sales", "transactioncurrencies"))[0].Id("transactioncurrencyid");

    private static Guid IdOf(JsonArray rows) => rows[0]!["id"]!.GetValue<Guid>();
}
