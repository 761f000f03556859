using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders.TwoWay;

/// <summary>States of orders that travel both ways.</summary>
public sealed class TwoWayStateTests
{
    [Fact]
    public async Task An_order_that_is_shipped_completely_is_fulfilled()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2));
        await world.HappensAsync("postOrder", ("no", order.Number), ("ship", true), ("invoice", false));

        await order.SyncAsync();

        var sales = await order.SalesAsync();
        Assert.Equal((3, 100001), (sales["statecode"]!.GetValue<int>(), sales["statuscode"]!.GetValue<int>()));
        Assert.Single(await world.Desk.RowsAsync("sales", "ordercloses"));
        Assert.NotNull(sales["datefulfilled"]);
        Assert.Equal(2m, Assert.Single(await order.DetailsAsync()).Number("quantityshipped"));
    }

    [Fact]
    public async Task An_order_that_is_shipped_in_part_stays_submitted()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(3));
        var line = Assert.Single(await order.BcLinesAsync());
        await world.Desk.BcAsync("salesLines", new { id = line.Id("id"), shipQuantity = 1m });
        await world.HappensAsync("postOrder", ("no", order.Number), ("ship", true), ("invoice", false));

        await order.SyncAsync();

        Assert.Equal(1, (await order.SalesAsync())["statecode"]!.GetValue<int>());
        Assert.Equal(1m, Assert.Single(await order.DetailsAsync()).Number("quantityshipped"));
    }
}
