using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Requests;

/// <summary>How many requests the prices of a customer price group may take.</summary>
public sealed class PriceGroupRequestTests
{
    private const int Items = 300;
    private static readonly string[] Mappings = ["UNIT OF MEASURE", "ITEM-PRODUCT", PriceSteps.Groups, PriceSteps.Prices];

    [Fact]
    public async Task Creating_prices_takes_a_few_writes_a_hundred_and_five_changes_a_handful()
    {
        await using var world = await OpenAsync();
        await world.FullSyncAsync(FullSyncAction.FullSync, [.. Mappings.Take(3)]);
        await world.Desk.ResetRequestsAsync();

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.FullSync, PriceSteps.Prices));

        Assert.Equal((Items, 0), (line.Inserted, line.Failed));
        await AssertAtMostAsync(world, 12);
        await world.RunAsync(PriceSteps.Prices);
        await world.Desk.ResetRequestsAsync();
        await world.RunAsync(PriceSteps.Prices);
        Assert.Empty(await world.WritesAsync());

        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var prices = await world.Desk.RowsAsync("bc", "salesPrices");
        await world.Desk.BcAsync("salesPrices", [.. prices.Take(5).Select(price => new { id = price["id"], unitPrice = 777m })]);
        await world.Desk.ResetRequestsAsync();
        await world.RunAsync(PriceSteps.Prices);

        Assert.Equal(5, (await world.Desk.RowsAsync("sales", "productpricelevels")).Count(row => row.Number("amount") == 777m));
        await AssertAtMostAsync(world, 9);
    }

    private static async Task<SyncWorld> OpenAsync()
    {
        var world = await SyncWorld.OpenAsync();
        await world.AddUnitsAsync("PCS");
        await world.Desk.BcAsync("items", [.. Enumerable.Range(1, Items).Select(number => new
        {
            number = $"I{number:0000}", displayName = $"Item {number}", baseUnitOfMeasureCode = "PCS", unitPrice = 10m + number,
        })]);
        await world.Desk.BcAsync("customerPriceGroups", new { code = "RETAIL", description = "Retail" });
        await world.Desk.BcAsync("salesPrices", [.. Enumerable.Range(1, Items).Select(number => new
        {
            itemNumber = $"I{number:0000}", salesType = "Customer Price Group", salesCode = "RETAIL", unitPrice = 9m + number,
        })]);
        return world;
    }

    // Whatever is not a plain read: batches of writes, and those of reads with them.
    private static async Task AssertAtMostAsync(SyncWorld world, int limit)
    {
        var counts = (await world.Desk.RequestsAsync()).Where(count => count.Method != "GET").ToArray();
        Assert.True(counts.Sum(count => count.Requests) <= limit, $"More than {limit}: {string.Join(", ", counts.AsEnumerable())}");
    }
}
