using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Prices;

public sealed class PriceGroupTests
{
    [Fact]
    [Trait("Scenario", "PRC-103")]
    public async Task A_coupled_price_list_takes_the_code_of_the_group()
    {
        await using var world = await PriceSteps.OpenAsync();
        await world.Desk.SalesAsync("pricelevels", new { name = "Old" });

        var pair = await world.PairAsync(PriceSteps.Groups, "RETAIL", "Old", SyncDirection.ToSales);

        Assert.Equal(("RETAIL", "RETAIL"), (await pair.SalesAsync("name"), await pair.BcAsync("code")));
    }

    [Fact]
    public async Task A_group_becomes_a_price_list_in_the_currency_of_its_prices_with_all_of_them()
    {
        await using var world = await PriceSteps.OpenAsync();

        var pair = await world.CreateInSalesAsync(PriceSteps.Groups, "EXPORT");

        var dollar = (await world.Desk.FindAsync("sales", "transactioncurrencies", "isocurrencycode", "USD"))["transactioncurrencyid"]!.ToString();
        Assert.Equal(
            ("EXPORT", "Export customers", dollar),
            (await pair.SalesAsync("name"), await pair.SalesAsync("description"), await pair.SalesAsync("transactioncurrencyid")));
        Assert.Equal("1000 PCS 4350; 1001 PCS 4350", await world.PriceTextAsync(pair.SalesId));
    }

    [Fact]
    public async Task A_price_by_another_unit_than_the_base_unit_needs_unit_groups()
    {
        await using var world = await PriceSteps.OpenAsync(unitGroups: true);

        var pair = await world.CreateInSalesAsync(PriceSteps.Groups, "WHOLESALE");

        Assert.Equal("1896-S PCS 950; 1928-S BOX 290", await world.PriceTextAsync(pair.SalesId));
    }

    [Fact]
    public async Task A_price_by_another_unit_than_the_base_unit_is_not_sent_where_units_share_their_groups()
    {
        await using var world = await PriceSteps.OpenAsync();

        var pair = await world.CreateInSalesAsync(PriceSteps.Groups, "WHOLESALE");

        Assert.Equal("1896-S PCS 950", await world.PriceTextAsync(pair.SalesId));
        var error = Assert.Single(await world.Session.GetErrorsAsync(new ErrorQuery { Mapping = PriceSteps.Prices }, default).ToListAsync());
        Assert.Equal(("BcSync.Price.OtherUnit", FailureClass.Data), (error.ErrorId, error.Class));
        Assert.Contains("BOX", error.Message, StringComparison.Ordinal);
        await world.Desk.ResetRequestsAsync();
        await world.RunAsync(PriceSteps.Prices);
        Assert.Empty(await world.WritesAsync());
    }

    [Fact]
    [Trait("Scenario", "PRC-119")]
    public async Task A_price_whose_item_is_not_coupled_any_more_fails_alone()
    {
        await using var world = await PriceSteps.OpenAsync();
        var pair = await world.CreateInSalesAsync(PriceSteps.Groups, "EXPORT");
        await world.RunAsync(PriceSteps.Prices);
        await world.UncoupleAsync((await world.CouplingsAsync("ITEM-PRODUCT")).Where(coupling => coupling.BcNo == "1001"));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var prices = (await world.Desk.RowsAsync("bc", "salesPrices")).Where(row => row["salesCode"]!.ToString() == "EXPORT");
        await world.Desk.BcAsync("salesPrices", [.. prices.Select(row => new { id = row["id"], unitPrice = 4360m })]);

        var results = await world.RunAsync(PriceSteps.Prices);

        var failed = Assert.Single(results, result => result.Error is not null);
        Assert.Contains("ITEM-PRODUCT", failed.Error!.Message, StringComparison.Ordinal);
        Assert.Equal("1000 PCS 4360; 1001 PCS 4350", await world.PriceTextAsync(pair.SalesId));
    }

    [Fact]
    public async Task Prices_of_a_group_that_is_not_coupled_wait_without_failing()
    {
        await using var world = await PriceSteps.OpenAsync();

        Assert.Empty(await world.RunAsync(PriceSteps.Prices));
        await world.FullSyncAsync(FullSyncAction.FullSync, PriceSteps.Groups);

        Assert.NotEmpty(await world.RunAsync(PriceSteps.Prices));
    }

    [Fact]
    public async Task The_pricing_switch_exchanges_the_mappings_of_prices()
    {
        await using var world = await SyncWorld.OpenAsync();

        var effect = await world.Session.SetSetupAsync(new SetupChange { ExtendedPricing = true }, default);

        Assert.Equal([PriceSteps.Groups, PriceSteps.Prices], effect.Removed);
        Assert.Equal([PriceSteps.Lists, PriceSteps.Lines], effect.Added);
    }
}
