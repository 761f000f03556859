using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders;

/// <summary>Items whose price includes tax are sold for the same money on both sides, and the tax on freight is part of the total.</summary>
public sealed class TaxedPriceTests
{
    [Fact]
    public async Task The_tax_in_the_price_of_an_item_is_taken_out_of_price_and_discounts_of_an_order()
    {
        await using var world = await OpenAsync();
        var id = await world.SubmitAsync([("discountamount", 25m)], world.BikeLine(4, 125m, ("manualdiscountamount", 50m)));

        Assert.Null(Assert.Single(await world.ImportAsync()).Error);

        var order = Assert.Single(await world.BcOrdersAsync());
        var line = Assert.Single(await world.BcLinesAsync(order));
        Assert.Equal(
            (100m, 40m, 20m, 340m),
            (line.Number("unitPrice"), line.Number("discountAmount"), line.Number("invoiceDiscountAllocation"), line.Number("amountExcludingTax")));
        Assert.Equal((await world.SalesOrderAsync(id)).Number("totalamount"), line.Number("amountIncludingTax"));
    }

    [Fact]
    public async Task A_quote_comes_to_the_same_as_the_order_that_is_made_of_it()
    {
        await using var world = await OpenAsync();
        await world.QuoteAsync(null, world.BikeLine(2, 125m));

        Assert.Null(Assert.Single(await world.ProcessAsync()).Error);

        var line = Assert.Single(await world.BcLinesAsync(Assert.Single(await world.BcQuotesAsync())));
        Assert.Equal((100m, 250m), (line.Number("unitPrice"), line.Number("amountIncludingTax")));
    }

    [Theory]
    [InlineData("", "DOMESTIC")]
    [InlineData("EXPORT", "DOMESTIC")]
    [InlineData("DOMESTIC", "")]
    public async Task A_price_is_taken_as_it_is_where_the_tax_in_it_is_not_the_customer_s(string customer, string price)
    {
        await using var world = await OpenAsync(customer, price);
        await world.SubmitAsync(null, world.BikeLine(1, 125m));

        Assert.Null(Assert.Single(await world.ImportAsync()).Error);

        Assert.Equal(125m, Assert.Single(await world.BcLinesAsync(Assert.Single(await world.BcOrdersAsync()))).Number("unitPrice"));
    }

    [Fact]
    public async Task Goods_whose_price_includes_tax_and_goods_without_share_the_discount_of_the_order_as_in_Sales()
    {
        await using var world = await OpenAsync();
        await world.SubmitAsync([("discountamount", 45m)], world.BikeLine(1, 125m), world.BikeLine(1, 100m, ("productid", world.Fitter!.SalesId)));

        Assert.Null(Assert.Single(await world.ImportAsync()).Error);

        var lines = await world.BcLinesAsync(Assert.Single(await world.BcOrdersAsync()));
        Assert.Equal([20m, 20m], lines.Select(line => line.Number("invoiceDiscountAllocation")!.Value));
    }

    [Fact]
    public async Task Totals_of_an_order_that_was_shipped_include_the_tax_on_freight_once()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.SetFreightAccountAsync();
        var id = await world.SubmitAsync([("freightamount", 35m), ("discountamount", 10m)], world.BikeLine(2, 100m));
        var taken = Assert.Single(await world.ImportAsync());
        await world.HappensAsync("releaseOrder", ("no", taken.BcNo!));
        await world.HappensAsync("postOrder", ("no", taken.BcNo!), ("ship", true), ("invoice", false));
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));

        await world.World.RunAsync("SALESORDER-ORDER", Contracts.SyncDirection.ToSales);

        var sales = await world.SalesOrderAsync(id);
        Assert.Equal(
            (190m, 35m, 56.25m, 281.25m),
            (sales.Number("totalamountlessfreight"), sales.Number("freightamount"), sales.Number("totaltax"), sales.Number("totalamount")));
    }

    private static async Task<OrderWorld> OpenAsync(string customer = "DOMESTIC", string price = "DOMESTIC")
    {
        var world = await OrderWorld.OpenAsync();
        await TaxedPrices.SetAsync(world, customer, price);
        return world;
    }
}
