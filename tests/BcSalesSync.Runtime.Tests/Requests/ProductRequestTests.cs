using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Requests;

/// <summary>How many requests items with their units and prices may take.</summary>
public sealed class ProductRequestTests
{
    private const int Items = 250;
    private static readonly string[] Mappings = ["UNIT OF MEASURE", "ITEM-PRODUCT", "ITEM-PRICE"];

    [Fact]
    public async Task Creating_items_takes_two_writes_a_hundred_and_their_prices_one()
    {
        await using var world = await OpenAsync();

        var lines = await world.FullSyncAsync(FullSyncAction.FullSync, Mappings);

        Assert.All(lines, line => Assert.Equal((FullSyncStatus.Finished, 0), (line.Status, line.Failed)));
        Assert.Equal([1, Items, Items], lines.Select(line => line.Inserted));
        Assert.InRange(await WritesAsync(world), 1, 20);
    }

    [Fact]
    public async Task A_second_full_synchronisation_of_items_and_prices_writes_nothing()
    {
        await using var world = await OpenAsync();
        await world.FullSyncAsync(FullSyncAction.FullSync, Mappings);
        await world.Desk.ResetRequestsAsync();

        var lines = await world.FullSyncAsync(FullSyncAction.FullSync, Mappings);

        Assert.All(lines, line => Assert.Equal((0, 0, 0), (line.Inserted, line.Modified, line.Failed)));
        Assert.Equal(0, await WritesAsync(world));
    }

    [Fact]
    public async Task Ten_new_prices_take_a_few_requests_more_than_none()
    {
        await using var world = await OpenAsync();
        await world.FullSyncAsync(FullSyncAction.FullSync, Mappings);
        await RunAsync(world);
        var idle = await RunAsync(world);
        var items = await world.Desk.RowsAsync("bc", "items");
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.Desk.BcAsync("items", [.. items.Take(10).Select(item => new { id = item["id"], unitPrice = 777m })]);

        var busy = await RunAsync(world);

        Assert.InRange(busy - idle, 1, 20);
        Assert.Equal(10, (await world.Desk.RowsAsync("sales", "productpricelevels")).Count(line => line.Number("amount") == 777m));
        Assert.InRange(await RunAsync(world), 1, idle + 2);
    }

    private static async Task<SyncWorld> OpenAsync()
    {
        var world = await SyncWorld.OpenAsync();
        await world.AddUnitsAsync("PCS");
        await world.Desk.BcAsync("items", [.. Enumerable.Range(1, Items).Select(number => new
        {
            number = $"I{number:0000}",
            displayName = $"Item {number}",
            baseUnitOfMeasureCode = "PCS",
            unitPrice = 10m + number,
        })]);
        await world.Desk.ResetRequestsAsync();
        return world;
    }

    private static async Task<int> RunAsync(SyncWorld world)
    {
        await world.Desk.ResetRequestsAsync();
        foreach (var mapping in Mappings)
            await world.RunAsync(mapping);
        return (await world.Desk.RequestsAsync()).Sum(count => count.Requests);
    }

    // Operations of batches are counted by their sets as well.
    private static async Task<int> WritesAsync(SyncWorld world) => (await world.Desk.RequestsAsync())
        .Where(count => count is { System: "sales", Method: not "GET", Set: not "$batch" }).Sum(count => count.Requests);
}
