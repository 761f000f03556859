using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Quotes;

/// <summary>What about its lines keeps a quote out: named with its number and a next step, and nothing is written on either side.</summary>
public sealed class QuoteLineRefusalTests : IAsyncLifetime
{
    private OrderWorld world = null!;

    public async Task InitializeAsync() => world = await OrderWorld.OpenAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    [Trait("DocumentError", "Q-05")]
    public async Task A_product_that_is_not_coupled()
    {
        var product = await world.World.AddProductAsync("BELL", "Bell", "PCS");
        await RefusedAsync(
            "BcSync.Quote.ItemNotCoupled", FailureClass.DependencyMissing, await world.QuoteAsync(null, world.BikeLine(1, 5m, ("productid", product))));
    }

    [Fact]
    [Trait("DocumentError", "Q-05")]
    public async Task A_service_that_is_not_coupled()
    {
        var product = await world.World.AddProductAsync("TUNE", "Tuning", "PCS", type: 3);
        await RefusedAsync(
            "BcSync.Quote.ResourceNotCoupled", FailureClass.DependencyMissing, await world.QuoteAsync(null, world.BikeLine(1, 5m, ("productid", product))));
    }

    [Theory]
    [InlineData("items", "ItemGone")]
    [InlineData("resources", "ResourceGone")]
    [Trait("DocumentError", "Q-05")]
    public async Task An_item_or_resource_that_is_gone(string set, string problem)
    {
        var pair = set == "items" ? world.Bike : world.Fitter!;
        await world.Desk.DeleteAsync("bc", set, pair.BcId);
        var id = await world.QuoteAsync(null, set == "items" ? world.BikeLine() : world.FitterLine());
        await RefusedAsync($"BcSync.Quote.{problem}", FailureClass.Data, id);
    }

    [Theory]
    [InlineData(1, 1, "ProductNotActive")]
    [InlineData(0, 2, "ProductTypeNotSold")]
    [Trait("DocumentError", "Q-05")]
    public async Task A_product_that_is_not_sold_any_more(int state, int type, string problem)
    {
        var id = await world.QuoteAsync(null, world.BikeLine());
        await world.Desk.SilentlyAsync(
            "sales", "products", new { productid = world.Bike.SalesId, statecode = state, statuscode = state + 1, producttypecode = type });
        await RefusedAsync($"BcSync.Quote.{problem}", FailureClass.Data, id);
    }

    [Fact]
    [Trait("Scenario", "QUO-108")]
    [Trait("DocumentError", "Q-05")]
    public async Task A_written_in_line_with_nothing_set_up() => await RefusedAsync(
        "BcSync.Quote.NoWriteInProduct", FailureClass.Configuration, await world.QuoteAsync(null, OrderWorld.WriteIn("Ribbon")));

    [Fact]
    [Trait("DocumentError", "Q-05")]
    public async Task A_written_in_line_where_what_is_set_up_was_coupled_before()
    {
        await world.TakeCoupledResourceForWriteInAsync();
        await RefusedAsync(
            "BcSync.Setup.WriteInProductCoupled", FailureClass.Configuration, await world.QuoteAsync(null, OrderWorld.WriteIn("Ribbon")));
    }

    [Fact]
    [Trait("Scenario", "QUO-108")]
    [Trait("DocumentError", "Q-05")]
    public async Task Freight_without_an_account_for_it() => await RefusedAsync(
        "BcSync.Quote.NoFreightAccount", FailureClass.Configuration, await world.QuoteAsync([("freightamount", 35m)], world.BikeLine()));

    [Fact]
    [Trait("DocumentError", "Q-05")]
    public async Task A_discount_that_no_line_can_take()
    {
        await world.SetFreightAccountAsync();
        await RefusedAsync(
            "BcSync.Quote.DiscountRefused", FailureClass.Data, await world.QuoteAsync([("discountamount", 5m), ("freightamount", 35m)]));
    }

    [Theory]
    [InlineData("ITEM UOM", "itemUnitsOfMeasure", true)]
    [InlineData("ITEM UOM", "itemUnitsOfMeasure", false)]
    [InlineData("RESOURCE UOM", "resourceUnitsOfMeasure", true)]
    [InlineData("RESOURCE UOM", "resourceUnitsOfMeasure", false)]
    [Trait("DocumentError", "Q-05")]
    public async Task A_unit_that_is_not_coupled_or_was_deleted(string mapping, string set, bool deleted)
    {
        await world.DisposeAsync();
        world = await OrderWorld.OpenWithUnitGroupsAsync();
        var product = mapping == "ITEM UOM" ? world.Bike : world.Fitter!;
        var group = (await world.World.ProductAsync(product.SalesId)).Id("defaultuomscheduleid");
        var unit = Assert.Single(
            await world.Desk.RowsAsync("sales", "uoms"), row => row.Id("uomscheduleid") == group && row["name"]!.ToString() == "BOX").Id("uomid")!.Value;
        var coupling = Assert.Single(await world.World.CouplingsAsync(mapping), coupling => coupling.SalesId == unit);
        var id = await world.QuoteAsync(null, world.BikeLine(2, 600m, ("productid", product.SalesId), ("uomid", unit)));
        await (deleted ? world.Desk.DeleteAsync("bc", set, coupling.BcId) : world.World.UncoupleAsync(coupling));

        await RefusedAsync(
            deleted ? "BcSync.Quote.UnitGone" : "BcSync.Quote.UnitNotCoupled", deleted ? FailureClass.Data : FailureClass.DependencyMissing, id);
    }

    private async Task RefusedAsync(string errorId, FailureClass failure, Guid id)
    {
        var before = (await world.SalesQuoteAsync(id)).ToJsonString();
        var result = Assert.Single(await world.ProcessAsync());
        Assert.Equal((SyncAction.Failed, errorId, failure, id), (result.Action, result.Error?.ErrorId, result.Error?.Class, result.Error?.SalesId));
        Assert.Contains((await world.SalesQuoteAsync(id))["quotenumber"]!.ToString(), result.Error!.Message, StringComparison.Ordinal);
        Assert.NotEmpty(result.Error.RecommendedAction);
        Assert.Empty(await world.BcQuotesAsync());
        Assert.Empty(await world.World.CouplingsAsync("SALESQUOTE-QUOTE"));
        Assert.Equal(before, (await world.SalesQuoteAsync(id)).ToJsonString());
    }
}
