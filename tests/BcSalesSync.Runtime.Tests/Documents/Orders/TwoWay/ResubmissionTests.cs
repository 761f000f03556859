using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders.TwoWay;

/// <summary>What a seller submits again reaches the same order in Business Central.</summary>
public sealed class ResubmissionTests
{
    [Fact]
    [Trait("DocumentQuirk", "4")]
    public async Task A_submitted_order_is_created_released_and_coupled_with_its_lines()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();

        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2, 90m), world.FitterLine());

        Assert.Equal("Released", (await order.BcAsync())["status"]!.ToString());
        Assert.Equal(2, (await order.LineCouplingsAsync()).Count);
        var sales = await order.SalesAsync();
        Assert.Equal((1, order.Number), (sales["statecode"]!.GetValue<int>(), sales["bcbi_businesscentralordernumber"]!.ToString()));
        Assert.Equal([10000, 20000], (await order.DetailsAsync()).Select(line => line["bcbi_businesscentrallinenumber"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_pair_in_step_is_left_alone()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2, 90m));
        await order.SyncAsync();

        Assert.Empty(await order.SyncAsync());
    }

    [Fact]
    public async Task Changed_added_and_removed_lines_of_a_resubmitted_order_reach_the_same_order()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2, 90m), world.FitterLine());
        var details = await order.DetailsAsync();
        await order.ResubmitAsync(async () =>
        {
            await world.Desk.SalesAsync("salesorderdetails", new { salesorderdetailid = details[0].Id("salesorderdetailid"), quantity = 5m });
            await world.Desk.DeleteAsync("sales", "salesorderdetails", details[1].Id("salesorderdetailid")!.Value);
            await world.AddLineAsync(order.SalesId, world.BikeLine(1, 70m));
        });

        await order.SyncAsync();

        Assert.Single(await world.BcOrdersAsync());
        Assert.Equal("Released", (await order.BcAsync())["status"]!.ToString());
        Assert.Equal([(5m, 90m), (1m, 70m)], (await order.BcLinesAsync()).Select(line => (line.Number("quantity"), line.Number("unitPrice"))));
        Assert.Equal(2, (await order.LineCouplingsAsync()).Count);
        await order.SyncAsync();
        Assert.Equal(2, (await order.DetailsAsync()).Count);
        Assert.Empty(await order.SyncAsync());
    }

    [Fact]
    public async Task The_header_of_a_resubmitted_order_reaches_the_same_order()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine());
        await order.ResubmitAsync(() => world.Desk.SalesAsync(
            "salesorders", new { salesorderid = order.SalesId, shipto_city = "York", requestdeliveryby = "2026-05-01", description = "By boat" }));

        await order.SyncAsync();

        var bc = await order.BcAsync();
        Assert.Equal(
            ("York", "2026-05-01", "By boat", "Released"),
            (bc["shipToCity"]!.ToString(), bc["requestedDeliveryDate"]!.ToString(), bc["workDescription"]!.ToString(), bc["status"]!.ToString()));
    }
}
