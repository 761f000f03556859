using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Requests;

/// <summary>How many requests items with unit groups and units of their own may take.</summary>
public sealed class ProductUnitRequestTests
{
    private const int Items = 300;
    private static readonly string[] Mappings = ["UNIT GROUP", "ITEM UOM", "ITEM-PRODUCT", "ITEM-PRICE"];

    [Fact]
    public async Task Creating_items_with_their_units_takes_a_few_writes_a_hundred()
    {
        await using var world = await OpenAsync();

        var lines = await world.FullSyncAsync(FullSyncAction.FullSync, Mappings);

        Assert.All(lines, line => Assert.Equal((line.Mapping, FullSyncStatus.Finished, 0), (line.Mapping, line.Status, line.Failed)));
        Assert.Equal(Items, lines.Single(line => line.Mapping == "ITEM-PRODUCT").Inserted);
        await AssertAtMostAsync(world, 40);
    }

    [Fact]
    public async Task A_run_with_nothing_changed_writes_nothing()
    {
        await using var world = await SyncedAsync();

        foreach (var mapping in Mappings)
            await world.RunAsync(mapping);

        Assert.Empty(await world.WritesAsync());
    }

    [Fact]
    public async Task Five_changed_items_take_a_handful_of_writes()
    {
        await using var world = await SyncedAsync();
        var items = await world.Desk.RowsAsync("bc", "items");
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.Desk.BcAsync("items", [.. items.Take(5).Select(item => new { id = item["id"], displayName = "Renamed", unitPrice = 777m })]);

        foreach (var mapping in Mappings)
            await world.RunAsync(mapping);

        Assert.Equal(5, (await world.Desk.RowsAsync("sales", "products")).Count(product => (string?)product["name"] == "Renamed"));
        await AssertAtMostAsync(world, 9);
    }

    /// <summary>Everything synchronised and read, and the counts at zero.</summary>
    private static async Task<SyncWorld> SyncedAsync()
    {
        var world = await OpenAsync();
        await world.FullSyncAsync(FullSyncAction.FullSync, Mappings);
        foreach (var mapping in Mappings)
            await world.RunAsync(mapping);
        await world.Desk.ResetRequestsAsync();
        return world;
    }

    private static async Task<SyncWorld> OpenAsync()
    {
        var world = await ProductSteps.OpenWithUnitGroupsAsync();
        await world.Desk.BcAsync("items", [.. Enumerable.Range(1, Items).Select(number => new
        {
            number = $"I{number:0000}", displayName = $"Item {number}", baseUnitOfMeasureCode = "PCS", unitPrice = 10m + number,
        })]);
        await world.Desk.BcAsync("itemUnitsOfMeasure", [.. Enumerable.Range(1, Items).Select(number => new
        {
            itemNumber = $"I{number:0000}", code = "BOX", qtyPerUnitOfMeasure = 6m,
        })]);
        await world.Desk.ResetRequestsAsync();
        return world;
    }

    // Whatever is not a plain read: batches of writes, and those of reads with them.
    private static async Task AssertAtMostAsync(SyncWorld world, int limit)
    {
        var counts = (await world.Desk.RequestsAsync()).Where(count => count.Method != "GET").ToArray();
        Assert.True(counts.Sum(count => count.Requests) <= limit, $"More than {limit}: {string.Join(", ", counts.AsEnumerable())}");
    }
}
