using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Prices;

/// <summary>How many requests long price lists may take: part of the contract (design, section 2).</summary>
public sealed class PriceRequestTests
{
    private const int Items = 20_000;
    private const int Changed = 5;

    [Fact]
    public async Task Five_changes_in_a_list_of_twenty_thousand_prices_take_few_writes_by_a_run_and_by_name()
    {
        await using var world = await SyncWorld.OpenAsync($"scale:{Items}");
        await world.Session.SetSetupAsync(new SetupChange { ExtendedPricing = true }, default);
        var lines = await world.FullSyncAsync(
            FullSyncAction.FullSync, "CURRENCY", "UNIT OF MEASURE", "ITEM-PRODUCT", PriceSteps.Lists, PriceSteps.Lines);
        Assert.All(lines, line => Assert.Equal((FullSyncStatus.Finished, 0), (line.Status, line.Failed)));
        Assert.Equal(Items, lines.Single(line => line.Mapping == PriceSteps.Lines).Inserted);

        await ChangeAsync(world, 11m);
        Assert.Equal(Changed, (await world.RunAsync(PriceSteps.Lines)).Count(result => result.Action is SyncAction.Updated));
        await AssertFewAsync(world, 10);

        await ChangeAsync(world, 12m);
        var results = await world.SyncAsync(PriceSteps.Lists, SyncDirection.ToSales, new RecordSelector { BcNo = "SCALE" });
        Assert.Equal(Changed, results.Count(result => result is { Mapping: PriceSteps.Lines, Action: SyncAction.Updated }));
        await AssertFewAsync(world, 100);
    }

    private static async Task ChangeAsync(SyncWorld world, decimal price)
    {
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var lines = await world.Desk.RowsAsync("bc", "priceListLines");
        await world.Desk.SilentlyAsync(
            "bc", "priceListLines", [.. lines.Take(Changed).Select(line => new { id = line["id"], unitPrice = price })]);
        await world.Desk.ResetRequestsAsync();
    }

    private static async Task AssertFewAsync(SyncWorld world, int requests)
    {
        var counts = await world.Desk.RequestsAsync();
        var shown = string.Join(", ", counts);
        Assert.True(counts.Where(count => count.Method != "GET" && count.Set != "$batch").Sum(count => count.Requests) < 10, shown);
        Assert.True(counts.Sum(count => count.Requests) <= requests, shown);
    }
}
