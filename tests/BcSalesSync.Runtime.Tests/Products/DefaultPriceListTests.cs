using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Products;

public sealed class DefaultPriceListTests
{
    private const string ListName = "Business Central Default Price List";

    [Fact]
    [Trait("Scenario", "PRC-120")]
    public async Task The_default_price_list_is_created_once_in_the_base_currency()
    {
        await using var world = await ProductSteps.OpenAsync();
        await world.AddItemAsync("1000");
        await world.AddItemAsync("1001");

        var first = await world.CreateInSalesAsync("ITEM-PRODUCT", "1000");
        await world.ReconnectAsync(null);
        await world.Session.InitializeAsync(new InitializeRequest(), world.Observer, default).CountAsync();
        await world.FullSyncAsync(FullSyncAction.FullSync, "UNIT OF MEASURE");
        var second = await world.CreateInSalesAsync("ITEM-PRODUCT", "1001");

        var list = Assert.Single(await world.Desk.RowsAsync("sales", "pricelevels"));
        var currency = Assert.Single(await world.Desk.RowsAsync("sales", "transactioncurrencies"));
        Assert.Equal((ListName, currency.Id("transactioncurrencyid")), ((string?)list["name"], list.Id("transactioncurrencyid")));
        var found = new[] { first, second }.Select(pair => world.PricesAsync(pair.SalesId));
        Assert.All((await Task.WhenAll(found)).SelectMany(lines => lines), line => Assert.Equal(list.Id("pricelevelid"), line.Id("pricelevelid")));
    }

    [Fact]
    public async Task A_price_list_of_that_name_is_taken()
    {
        await using var world = await ProductSteps.OpenAsync();
        await world.AddItemAsync("1000");
        var currency = Assert.Single(await world.Desk.RowsAsync("sales", "transactioncurrencies")).Id("transactioncurrencyid");
        var lists = await world.Desk.SilentlyAsync("sales", "pricelevels", new { name = ListName, _transactioncurrencyid_value = currency });

        var pair = await world.CreateInSalesAsync("ITEM-PRODUCT", "1000");

        Assert.Equal(lists[0]!["pricelevelid"]!.GetValue<Guid>(), Assert.Single(await world.PricesAsync(pair.SalesId)).Id("pricelevelid"));
        Assert.Single(await world.Desk.RowsAsync("sales", "pricelevels"));
    }

    [Fact]
    public async Task A_line_that_somebody_made_by_hand_is_taken_and_follows_the_item()
    {
        await using var world = await ProductSteps.OpenAsync();
        await world.AddItemAsync("1000", 49.5m);
        var product = await world.AddProductAsync("1000", "Item 1000", "PCS");
        await world.AddPriceAsync(ListName, product, (await world.ProductAsync(product)).Id("defaultuomid")!.Value, 12m);

        var outcome = await world.CoupleAsync("ITEM-PRODUCT", new RecordSelector { BcNo = "1000", SalesId = product }, SyncDirection.ToSales);

        Assert.True(outcome.Error is null, outcome.Error?.Message);
        Assert.Equal(49.5m, Assert.Single(await world.PricesAsync(product)).Number("amount"));
    }

    [Fact]
    public async Task A_line_that_was_deleted_comes_back_with_the_next_change_of_the_price()
    {
        await using var world = await ProductSteps.OpenAsync();
        await world.AddItemAsync("1000");
        var pair = await world.CreateInSalesAsync("ITEM-PRODUCT", "1000");
        await world.Desk.DeleteAsync(
            "sales", "productpricelevels", Assert.Single(await world.PricesAsync(pair.SalesId)).Id("productpricelevelid")!.Value);

        await pair.EditBcAsync(("unitPrice", 55m));
        await world.RunAsync("ITEM-PRICE");

        Assert.Equal(55m, Assert.Single(await world.PricesAsync(pair.SalesId)).Number("amount"));
    }

    [Fact]
    public async Task An_item_that_is_not_coupled_waits_without_failing_and_its_price_comes_once_it_is()
    {
        await using var world = await ProductSteps.OpenAsync();
        await world.AddItemAsync("1000");
        var product = await world.AddProductAsync("1000", "Item 1000", "PCS");

        Assert.Empty(await world.RunAsync("ITEM-PRICE"));
        Assert.Empty(await world.Session.GetErrorsAsync(new ErrorQuery { Mapping = "ITEM-PRICE" }, default).ToListAsync());
        await world.PairAsync("ITEM-PRODUCT", "1000", product);
        await world.RunAsync("ITEM-PRICE");

        Assert.Equal(49.5m, Assert.Single(await world.PricesAsync(product)).Number("amount"));
    }
}
