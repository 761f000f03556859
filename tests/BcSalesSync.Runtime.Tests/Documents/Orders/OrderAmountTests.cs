using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders;

/// <summary>Currencies, prices, discounts and freight of orders arrive as the seller agreed them.</summary>
public sealed class OrderAmountTests
{
    [Fact]
    [Trait("Scenario", "ORD-101")]
    public async Task An_order_in_a_foreign_currency_keeps_it_and_needs_no_coupled_currency()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.World.AddCurrencyAsync("USD", "US Dollar", "$");
        await world.SubmitAsync([("transactioncurrencyid", await world.CurrencyAsync("USD"))], world.BikeLine(2, 110m));

        Assert.Null(Assert.Single(await world.ImportAsync()).Error);

        Assert.Equal("USD", Assert.Single(await world.BcOrdersAsync())["currencyCode"]!.ToString());
    }

    [Theory]
    [InlineData("volumediscountamount", 6, 24, 376)]
    [InlineData("manualdiscountamount", 7.5, 7.5, 392.5)]
    [Trait("Scenario", "ORD-104")]
    public async Task Discounts_of_a_line_arrive_as_its_line_discount(string column, decimal given, decimal discount, decimal amount)
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.SubmitAsync(null, world.BikeLine(4, 100m));
        var sold = Assert.Single(await world.Desk.RowsAsync("sales", "salesorderdetails"));
        await world.Desk.SilentlyAsync("sales", "salesorderdetails", new Dictionary<string, object?>
        {
            ["salesorderdetailid"] = sold.Id("salesorderdetailid"), [column] = given,
        });

        Assert.Null(Assert.Single(await world.ImportAsync()).Error);

        var line = Assert.Single(await world.BcLinesAsync(Assert.Single(await world.BcOrdersAsync())));
        Assert.Equal((discount, amount), (line.Number("discountAmount"), line.Number("amountExcludingTax")));
    }

    [Theory]
    [InlineData("discountpercentage", 3, 10)]
    [InlineData("discountamount", 8.25, 8.25)]
    [Trait("Scenario", "ORD-107")]
    [Trait("DocumentQuirk", "5")]
    public async Task The_discount_of_the_order_becomes_its_invoice_discount(string column, decimal given, decimal discount)
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.SubmitAsync([(column, given)], world.BikeLine(1, 333.33m));

        Assert.Null(Assert.Single(await world.ImportAsync()).Error);

        var order = Assert.Single(await world.BcOrdersAsync());
        Assert.Equal((discount, 0m), (order.Number("invoiceDiscountValue"), order.Number("paymentDiscountPercent")));
    }

    [Fact]
    [Trait("DocumentError", "O-30")]
    public async Task Without_a_local_currency_nobody_can_tell_the_currency_of_an_order()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("state.db");
        await using var world = await OrderWorld.OpenAsync(statePath: path);
        var id = await world.SubmitAsync(null, world.BikeLine());
        var setup = Assert.Single(await world.Desk.RowsAsync("bc", "generalLedgerSetup"));
        await world.Desk.SilentlyAsync("bc", "generalLedgerSetup", new { id = setup.Id("id"), localCurrencyCode = string.Empty });
        await world.World.ReconnectAsync(path);

        var error = Assert.Single(await world.ImportAsync()).Error;

        Assert.Equal(("BcSync.Order.LocalCurrencyUnknown", FailureClass.Configuration, id), (error?.ErrorId, error?.Class, error?.SalesId));
        Assert.Contains((await world.SalesOrderAsync(id))["ordernumber"]!.ToString(), error!.Message, StringComparison.Ordinal);
        Assert.Contains("LCY Code", error.RecommendedAction, StringComparison.Ordinal);
        await world.AssertNothingWrittenAsync(id);
    }

    [Fact]
    public async Task A_discount_is_spread_with_the_freight_already_there()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.SetFreightAccountAsync();
        await world.SubmitAsync([("discountamount", 10m), ("freightamount", 35m)], world.BikeLine(1, 100m));

        Assert.Null(Assert.Single(await world.ImportAsync()).Error);

        var order = Assert.Single(await world.BcOrdersAsync());
        Assert.Equal(10m, order.Number("invoiceDiscountValue"));
        Assert.Equal([90m, 35m], (await world.BcLinesAsync(order)).Select(line => line.Number("amountExcludingTax")!.Value));
    }

    [Fact]
    [Trait("Scenario", "ORD-112")]
    public async Task Freight_becomes_a_line_of_the_freight_account()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.SetFreightAccountAsync();
        await world.SubmitAsync([("freightamount", 35m)], world.BikeLine());

        Assert.Null(Assert.Single(await world.ImportAsync()).Error);

        var lines = await world.BcLinesAsync(Assert.Single(await world.BcOrdersAsync()));
        Assert.Equal(
            ("G_x002F_L_x0020_Account", "8710", 35m, 1m),
            (lines[^1]["lineType"]!.ToString(), lines[^1]["lineObjectNumber"]!.ToString(), lines[^1].Number("amountExcludingTax"),
                lines[^1].Number("quantity")));
        Assert.Equal(2, lines.Count);
    }

    [Fact]
    [Trait("DocumentQuirk", "7")]
    public async Task Freight_alone_makes_an_order_of_one_line()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.SetFreightAccountAsync();
        await world.SubmitAsync([("freightamount", 35m)]);

        Assert.Null(Assert.Single(await world.ImportAsync()).Error);

        Assert.Single(await world.BcLinesAsync(Assert.Single(await world.BcOrdersAsync())));
    }

    [Fact]
    [Trait("Scenario", "ORD-132")]
    public async Task Prices_of_the_seller_are_without_tax()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.SubmitAsync(null, world.BikeLine(1, 100m));

        Assert.Null(Assert.Single(await world.ImportAsync()).Error);

        var line = Assert.Single(await world.BcLinesAsync(Assert.Single(await world.BcOrdersAsync())));
        var rate = line.Number("taxPercent")!.Value;
        Assert.Equal((100m, 100m + rate), (line.Number("amountExcludingTax"), line.Number("amountIncludingTax")));
    }

    [Fact]
    public async Task Prices_of_the_seller_are_without_tax_for_a_customer_whose_prices_include_it_too()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.Desk.BcAsync("customers", new { id = world.Customer.BcId, pricesIncludeTax = true });
        await world.SubmitAsync(null, world.BikeLine(1, 100m));

        Assert.Null(Assert.Single(await world.ImportAsync()).Error);

        Assert.Equal(100m, Assert.Single(await world.BcLinesAsync(Assert.Single(await world.BcOrdersAsync()))).Number("amountExcludingTax"));
    }
}
