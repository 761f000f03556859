using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders.TwoWay;

/// <summary>Amounts of orders that travel both ways agree to the cent.</summary>
public sealed class TwoWayAmountTests
{
    [Theory]
    [InlineData(null, 0)]
    [InlineData("discountamount", 12.34)]
    [InlineData("discountpercentage", 7.5)]
    [Trait("DocumentQuirk", "10")]
    public async Task Lines_discounts_and_tax_come_to_the_same_on_both_sides(string? discount, decimal given)
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(
            world, discount is null ? null : [(discount, given)], world.BikeLine(3, 33.33m, ("manualdiscountamount", 1.11m)), world.BikeLine(7, 19.99m));
        await AssertEqualAsync(order);
        var line = (await order.BcLinesAsync())[0];
        await order.ReviseAsync(() => world.Desk.BcAsync("salesLines", new { id = line.Id("id"), discountAmount = 4.44m }));

        // A percentage of the order is taken of the new amount, which comes back with the next run.
        await order.SyncAsync();
        await order.SyncAsync();

        Assert.Equal(4.44m, (await order.DetailsAsync())[0].Number("manualdiscountamount"));
        await AssertEqualAsync(order);
    }

    [Fact]
    public async Task The_discount_of_the_order_follows_what_the_seller_submits_again()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, [("discountpercentage", 10m)], world.BikeLine(2, 100m));
        Assert.Equal(20m, (await order.BcAsync()).Number("invoiceDiscountValue"));
        await order.ResubmitAsync(() => world.Desk.SalesAsync("salesorders", new { salesorderid = order.SalesId, discountpercentage = 25m }));

        await order.SyncAsync();

        Assert.Equal(50m, (await order.BcAsync()).Number("invoiceDiscountValue"));
        await order.SyncAsync();
        await AssertEqualAsync(order);
    }

    [Fact]
    public async Task A_discount_of_the_order_that_was_changed_in_Business_Central_reaches_Sales()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, [("discountamount", 10m)], world.BikeLine(2, 100m));
        var line = Assert.Single(await order.BcLinesAsync());
        await order.ReviseAsync(async () =>
        {
            await world.Desk.BcAsync("salesHeaders", new { id = order.BcId, invoiceDiscountValue = 30m });
            await world.Desk.BcAsync("salesLines", new { id = line.Id("id"), description = "Bike, blue" });
        });

        await order.SyncAsync();

        Assert.Equal(30m, (await order.SalesAsync()).Number("discountamount"));
        await AssertEqualAsync(order);
    }

    [Fact]
    public async Task Freight_that_the_seller_changes_changes_the_line_that_has_it()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        await world.SetFreightAccountAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, [("freightamount", 35m)], world.BikeLine(2, 100m));
        await order.ResubmitAsync(() => world.Desk.SalesAsync("salesorders", new { salesorderid = order.SalesId, freightamount = 42.5m }));

        await order.SyncAsync();

        var freight = Assert.Single(await order.BcLinesAsync(), line => line["lineType"]!.ToString() == "G_x002F_L_x0020_Account");
        Assert.Equal(("8710", 42.5m), (freight["lineObjectNumber"]!.ToString(), freight.Number("unitPrice")));
        Assert.Single(await order.DetailsAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(null)]
    public async Task Freight_that_the_seller_takes_away_costs_nothing_any_more(int? freight)
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        await world.SetFreightAccountAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, [("freightamount", 35m)], world.BikeLine(2, 100m));
        await order.ReviseAsync(() => world.Desk.BcAsync("salesLines", new
        {
            documentId = order.BcId, lineType = "G/L Account", lineObjectNumber = "8710", quantity = 1m, unitPrice = 12m, description = "Crane",
        }));
        await order.SyncAsync();
        await order.ResubmitAsync(() => world.Desk.SalesAsync("salesorders", new Dictionary<string, object?>
        {
            ["salesorderid"] = order.SalesId, ["freightamount"] = freight,
        }));

        await order.SyncAsync();

        Assert.Equal(
            [0m, 12m],
            (await order.BcLinesAsync()).Where(line => line["lineType"]!.ToString() == "G_x002F_L_x0020_Account")
                .Select(line => line.Number("unitPrice")!.Value));
        Assert.DoesNotContain(
            await order.SyncAsync(), result => result is { Action: SyncAction.Updated, Direction: SyncDirection.ToBusinessCentral });
    }

    [Fact]
    public async Task Freight_that_the_seller_adds_becomes_a_line_and_needs_an_account()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2, 100m));
        await order.ResubmitAsync(() => world.Desk.SalesAsync("salesorders", new { salesorderid = order.SalesId, freightamount = 35m }));
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        var refused = Assert.Single(await world.World.RunAsync("SALESORDER-ORDER", SyncDirection.ToBusinessCentral));
        Assert.Equal("BcSync.Order.NoFreightAccount", refused.Error!.ErrorId);
        await world.SetFreightAccountAsync();

        await world.World.SyncAsync("SALESORDER-ORDER", SyncDirection.ToBusinessCentral, new RecordSelector { SalesId = order.SalesId });

        Assert.Equal(35m, Assert.Single(await order.BcLinesAsync(), line => line["lineType"]!.ToString() == "G_x002F_L_x0020_Account").Number("unitPrice"));
    }

    private static async Task AssertEqualAsync(TwoWayOrder order)
    {
        var (lines, details) = (await order.BcLinesAsync(), await order.DetailsAsync());
        var sales = await order.SalesAsync();
        Assert.Equal(lines.Sum(line => line.Number("amountIncludingTax")), sales.Number("totalamount"));
        Assert.Equal(lines.Sum(line => line.Number("amountExcludingTax")), sales.Number("totalamountlessfreight"));
        Assert.Equal<decimal?>([.. lines.Select(Tax)], [.. details.Select(detail => detail.Number("tax"))]);

        static decimal? Tax(System.Text.Json.Nodes.JsonObject line) => line.Number("amountIncludingTax") - line.Number("amountExcludingTax");
    }
}
