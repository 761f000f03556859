using System.Text.Json.Nodes;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders.TwoWay;

/// <summary>Orders that travel both ways have prices without tax in Sales, whatever Business Central does.</summary>
public sealed class TwoWayTaxTests
{
    [Fact]
    public async Task Sales_learns_price_discount_and_tax_of_an_item_whose_price_included_it()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        await TaxedPrices.SetAsync(world);

        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(4, 125m, ("manualdiscountamount", 50m)));

        var detail = Assert.Single(await order.DetailsAsync());
        Assert.Equal(
            (100m, 40m, 90m, 450m),
            (detail.Number("priceperunit"), detail.Number("manualdiscountamount"), detail.Number("tax"), detail.Number("extendedamount")));
        await AssertAgreesAsync(order.BcId, order.SalesId, world);
        Assert.All(await order.SyncAsync(), result => Assert.NotEqual(SyncAction.Updated, result.Action));
    }

    [Fact]
    public async Task Freight_and_its_tax_are_part_of_the_total()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        await world.SetFreightAccountAsync();

        var order = await TwoWayOrder.TakeOverAsync(world, [("freightamount", 35m), ("discountamount", 10m)], world.BikeLine(2, 100m));

        var sales = await order.SalesAsync();
        Assert.Equal(
            (190m, 56.25m, 281.25m), (sales.Number("totalamountlessfreight"), sales.Number("totaltax"), sales.Number("totalamount")));
        await AssertAgreesAsync(order.BcId, order.SalesId, world);
    }

    [Fact]
    public async Task An_order_that_was_fulfilled_keeps_its_total_with_the_tax_on_freight()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        await world.SetFreightAccountAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, [("freightamount", 35m)], world.BikeLine(2, 100m));
        await world.HappensAsync("postOrder", ("no", order.Number), ("ship", true), ("invoice", false));

        await order.SyncAsync();

        var sales = await order.SalesAsync();
        Assert.Equal((3, 58.75m, 293.75m), (sales["statecode"]!.GetValue<int>(), sales.Number("totaltax"), sales.Number("totalamount")));
        await AssertAgreesAsync(order.BcId, order.SalesId, world);
    }

    [Fact]
    public async Task An_order_whose_prices_include_tax_is_sent_without_and_takes_back_what_the_seller_agrees()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var bc = await WriteAsync(world);
        var sent = await world.World.CoupleAsync("SALESORDER-ORDER", new RecordSelector { BcId = bc.Id("id") }, createIn: SystemSide.Sales);
        Assert.Null(sent.Error);
        var (bcId, salesId) = (bc.Id("id")!.Value, sent.Value!.SalesId);
        var detail = Assert.Single(await world.Desk.RowsAsync("sales", "salesorderdetails"));
        Assert.Equal((100.5m, 98m), (detail.Number("priceperunit"), detail.Number("tax")));
        await AssertAgreesAsync(bcId, salesId, world);
        await RunAsync(world);
        Assert.Equal(125m, Assert.Single(await world.BcLinesAsync(bc)).Number("unitPrice"));
        await world.Desk.SalesAsync("salesorders", new { salesorderid = salesId, statecode = 0, statuscode = 1 });
        await world.Desk.SalesAsync("salesorderdetails", new { salesorderdetailid = detail.Id("salesorderdetailid"), priceperunit = 80.5m });
        await world.HappensAsync("submitOrder", ("orderId", salesId.ToString()));

        await RunAsync(world);
        await RunAsync(world);

        var line = Assert.Single(await world.BcLinesAsync(bc));
        Assert.Equal((100m, 312m, 390m), (line.Number("unitPrice"), line.Number("amountExcludingTax"), line.Number("amountIncludingTax")));
        await AssertAgreesAsync(bcId, salesId, world);
    }

    // 4 × 125 less 10, all with 25 % tax.
    private static async Task<JsonObject> WriteAsync(OrderWorld world)
    {
        var header = new { documentType = "Order", customerNumber = "C1", pricesIncludeTax = true };
        var order = (await world.Desk.BcAsync("salesHeaders", header))[0]!.AsObject();
        await world.Desk.BcAsync("salesLines", new
        {
            documentId = order.Id("id"), lineType = "Item", lineObjectNumber = "BIKE", quantity = 4m, unitPrice = 125m, discountAmount = 10m,
        });
        await world.HappensAsync("releaseOrder", ("no", order["number"]!.ToString()));
        return (await world.Desk.RowAsync("bc", "salesHeaders", order.Id("id")!.Value))!;
    }

    private static async Task RunAsync(OrderWorld world)
    {
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.All(await world.World.RunAsync("SALESORDER-ORDER"), result => Assert.True(result.Error is null, result.Error?.Message));
    }

    private static async Task AssertAgreesAsync(Guid bcId, Guid salesId, OrderWorld world)
    {
        var lines = await world.BcLinesAsync((await world.Desk.RowAsync("bc", "salesHeaders", bcId))!);
        var sales = await world.SalesOrderAsync(salesId);
        Assert.Equal(lines.Sum(line => line.Number("amountIncludingTax")), sales.Number("totalamount"));
        var net = sales.Number("totalamountlessfreight") + (sales.Number("freightamount") ?? 0);
        Assert.Equal(lines.Sum(line => line.Number("amountExcludingTax")), net);
        Assert.Equal(sales.Number("totalamount") - sales.Number("totaltax"), net);
    }
}
