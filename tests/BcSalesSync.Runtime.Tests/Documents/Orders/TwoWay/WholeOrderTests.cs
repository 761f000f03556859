using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders.TwoWay;

/// <summary>Everything that a seller changes at once reaches the order in Business Central at once.</summary>
public sealed class WholeOrderTests
{
    private const string Mapping = "SALESORDER-ORDER";

    [Fact]
    public async Task Two_lines_change_along_with_the_discount_that_is_spread_over_them()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, [("discountamount", 10m)], world.BikeLine(2, 90m), world.BikeLine(3, 70m));
        await order.ResubmitAsync(async () =>
        {
            await world.Desk.SalesAsync("salesorders", new { salesorderid = order.SalesId, discountamount = 25m });
            await SetQuantitiesAsync(order, 4m, 6m);
        });

        await order.SyncAsync();

        Assert.Equal([4m, 6m], (await order.BcLinesAsync()).Select(line => line.Number("quantity")));
        Assert.Equal(25m, (await order.BcAsync()).Number("invoiceDiscountValue"));
        Assert.Equal("Released", (await order.BcAsync())["status"]!.ToString());
    }

    [Fact]
    public async Task A_line_changes_along_with_the_delivery_date_that_every_line_takes_over()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2, 90m), world.BikeLine(3, 70m));
        await order.ResubmitAsync(async () =>
        {
            await world.Desk.SalesAsync("salesorders", new { salesorderid = order.SalesId, requestdeliveryby = "2027-02-03" });
            await SetQuantitiesAsync(order, 4m);
        });

        await order.SyncAsync();

        Assert.Equal("2027-02-03", (await order.BcAsync())["requestedDeliveryDate"]!.ToString());
        Assert.Equal([4m, 3m], (await order.BcLinesAsync()).Select(line => line.Number("quantity")));
    }

    [Fact]
    public async Task One_line_goes_and_another_changes_along_with_the_discount()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, [("discountamount", 10m)], world.BikeLine(2, 90m), world.BikeLine(3, 70m),
            world.FitterLine());
        var details = await order.DetailsAsync();
        await order.ResubmitAsync(async () =>
        {
            await world.Desk.SalesAsync("salesorders", new { salesorderid = order.SalesId, discountamount = 20m });
            await world.Desk.DeleteAsync("sales", "salesorderdetails", details[1].Id("salesorderdetailid")!.Value);
            await SetQuantitiesAsync(order, 5m);
        });

        await order.SyncAsync();

        Assert.Equal(
            [("BIKE", 5m), ("FITTER", 1m)],
            (await order.BcLinesAsync()).Select(line => (line["lineObjectNumber"]!.ToString(), line.Number("quantity")!.Value)));
        Assert.Equal(20m, (await order.BcAsync()).Number("invoiceDiscountValue"));
    }

    [Fact]
    public async Task More_line_changes_than_Business_Central_takes_together_are_written_in_parts()
    {
        const int lines = 102;
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, null, [.. Enumerable.Range(0, lines).Select(_ => world.BikeLine(2, 90m))]);
        await order.ResubmitAsync(() => SetQuantitiesAsync(order, [.. Enumerable.Repeat(3m, lines)]));

        await order.SyncAsync();

        Assert.Equal(Enumerable.Repeat<decimal?>(3m, lines), (await order.BcLinesAsync()).Select(line => line.Number("quantity")));
        Assert.Equal("Released", (await order.BcAsync())["status"]!.ToString());
        Assert.Equal(lines, (await order.LineCouplingsAsync()).Count);
    }

    [Fact]
    public async Task An_order_that_was_written_in_part_says_so_and_is_completed_later()
    {
        const int lines = 102;
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, null, [.. Enumerable.Range(0, lines).Select(_ => world.BikeLine(2, 90m))]);
        await order.ResubmitAsync(() => SetQuantitiesAsync(order, [.. Enumerable.Repeat(3m, lines)]));
        await world.Desk.FaultAsync(new
        {
            system = "bc", method = "PATCH", path = "salesLines", operation = true, status = 400, code = "Application_DialogException",
            message = "Not now.", skip = 99, times = 1,
        });
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));

        var refused = Assert.Single(await world.World.RunAsync(Mapping, SyncDirection.ToBusinessCentral));

        Assert.Equal("BcSync.Order.LeftOpen", refused.Error?.ErrorId);
        Assert.Contains("Not now.", refused.Error!.Message, StringComparison.Ordinal);
        Assert.Equal("Open", (await order.BcAsync())["status"]!.ToString());
        await world.Desk.ClearFaultsAsync();
        await order.SyncAsync();
        Assert.Equal("Released", (await order.BcAsync())["status"]!.ToString());
        Assert.All(await order.BcLinesAsync(), line => Assert.Equal(3m, line.Number("quantity")));
    }

    [Fact]
    public async Task Freight_that_changes_after_it_was_shipped_becomes_another_line()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        await world.SetFreightAccountAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2, 100m));
        await order.ResubmitAsync(() => world.Desk.SalesAsync("salesorders", new { salesorderid = order.SalesId, freightamount = 35m }));
        await order.SyncAsync();
        var first = Assert.Single(await FreightAsync(order));
        await world.Desk.SilentlyAsync("bc", "salesLines", new { id = first.Id("id"), shippedQuantity = 1m });
        await order.ResubmitAsync(() => world.Desk.SalesAsync("salesorders", new { salesorderid = order.SalesId, freightamount = 50m }));

        await order.SyncAsync();

        Assert.Equal([35m, 50m], (await FreightAsync(order)).Select(line => line.Number("unitPrice")));
    }

    [Fact]
    public async Task A_line_that_changes_in_Business_Central_while_its_order_is_tried_again_reaches_Sales()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2, 90m));
        var line = Assert.Single(await order.BcLinesAsync());
        await order.ReviseAsync(() => world.Desk.BcAsync("salesLines", new { id = line.Id("id"), quantity = 4m }));
        await world.Desk.FaultAsync(new { system = "sales", method = "PATCH", path = "salesorders", operation = true, status = 400,
            code = "0x80040203", message = "Not now." });
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(Assert.Single(await world.World.RunAsync(Mapping, SyncDirection.ToSales)).Error);
        await world.Desk.ClearFaultsAsync();
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        var hold = world.World.Watch.HoldSalesWrites("salesorders");
        var run = world.World.RunAsync(Mapping, SyncDirection.ToSales);
        await hold.Reached;
        await world.Desk.SilentlyAsync("bc", "salesLines", new { id = line.Id("id"), quantity = 9m });
        hold.Release();
        await run;

        await order.SyncAsync();

        Assert.Equal(9m, Assert.Single(await order.DetailsAsync()).Number("quantity"));
    }

    private static async Task SetQuantitiesAsync(TwoWayOrder order, params decimal[] quantities)
    {
        var details = await order.DetailsAsync();
        foreach (var (detail, quantity) in details.Zip(quantities))
            await order.World.Desk.SalesAsync("salesorderdetails", new { salesorderdetailid = detail.Id("salesorderdetailid"), quantity });
    }

    private static async Task<IReadOnlyList<System.Text.Json.Nodes.JsonObject>> FreightAsync(TwoWayOrder order) =>
        [.. (await order.BcLinesAsync()).Where(line => line["lineObjectNumber"]!.ToString() == "8710")];
}
