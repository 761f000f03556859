using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Currencies;

public sealed class ExchangeRateTests
{
    [Fact]
    public async Task A_new_rate_reaches_Sales_though_the_currency_was_not_touched()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");
        Assert.Empty(await world.RunAsync("CURRENCY"));

        await world.EnterRateAsync("USD", "2026-03-01", amount: 100m, relational: 80m);
        var results = await world.RunAsync("CURRENCY");

        var result = Assert.Single(results);
        Assert.Equal(("USD", SyncAction.Updated), (result.BcNo, result.Action));
        Assert.Equal("exchangerate", Assert.Single(result.Changes).Field);
        Assert.Equal(1.25m, await RateAsync(world, "USD"));
        var job = await world.LastJobAsync("CURRENCY", SyncDirection.ToSales);
        Assert.Equal((0, 1, 0), (job.Inserted, job.Modified, job.Failed));
        Assert.Empty(await world.RunAsync("CURRENCY"));
    }

    [Fact]
    public async Task A_rate_that_begins_later_reaches_Sales_on_its_day()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");
        await world.EnterRateAsync("USD", "2026-03-03", amount: 100m, relational: 80m);
        Assert.Empty(await world.RunAsync("CURRENCY"));

        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.RunAsync("CURRENCY");

        Assert.Equal(1.25m, await RateAsync(world, "USD"));
    }

    [Fact]
    public async Task A_plan_shows_a_new_rate_and_writes_nothing()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");
        var before = await RateAsync(world, "USD");
        await world.EnterRateAsync("USD", "2026-03-01", amount: 100m, relational: 80m);

        var plan = await world.Session.PlanAsync(new SyncNowRequest { Mapping = "CURRENCY" }, world.Observer, default).ToListAsync();

        Assert.Equal(1.25m, Assert.Single(Assert.Single(plan).Changes).NewValue);
        Assert.Equal(before, await RateAsync(world, "USD"));
    }

    [Fact]
    public async Task A_full_synchronisation_carries_new_rates_too()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");
        await world.EnterRateAsync("USD", "2026-03-01", amount: 100m, relational: 80m);

        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");

        Assert.Equal(1.25m, await RateAsync(world, "USD"));
    }

    [Fact]
    public async Task A_run_without_a_new_rate_takes_at_most_four_requests()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");
        await world.RunAsync("CURRENCY");
        await world.Desk.ResetRequestsAsync();

        Assert.Empty(await world.RunAsync("CURRENCY"));

        Assert.InRange((await world.Desk.RequestsAsync()).Sum(count => count.Requests), 1, 4);
    }

    [Fact]
    public async Task A_rate_that_was_taken_away_leaves_the_one_in_Sales()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.AddCurrencyAsync("ZZEUR", "Other euro", "Z");
        await world.CreatedAsync("CURRENCY", new RecordSelector { BcNo = "ZZEUR" }, SystemSide.Sales);
        var rate = Assert.Single(await world.Desk.RowsAsync("bc", "currencyExchangeRates"));
        await world.Desk.SilentlyAsync("bc", "currencyExchangeRates", new { id = rate["id"], startingDate = "2030-01-01" });

        Assert.Empty(await world.RunAsync("CURRENCY"));

        Assert.Equal(0.9m, await RateAsync(world, "ZZEUR"));
    }

    private static async Task<decimal> RateAsync(SyncWorld world, string code) =>
        (await world.Desk.FindAsync("sales", "transactioncurrencies", "isocurrencycode", code))["exchangerate"]!.GetValue<decimal>();
}
