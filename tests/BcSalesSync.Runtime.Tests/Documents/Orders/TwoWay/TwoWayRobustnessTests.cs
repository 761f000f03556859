using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders.TwoWay;

/// <summary>Whatever is lost on the way, an order that travels both ways is written as a whole or not at all, and once.</summary>
public sealed class TwoWayRobustnessTests
{
    [Theory]
    [InlineData("before")]
    [InlineData("after")]
    public async Task A_lost_answer_leaves_a_resubmitted_order_as_a_whole(string when)
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2, 90m), world.FitterLine());
        await EditAsync(order);
        await world.Desk.FaultAsync(new { system = "bc", method = "POST", path = "$batch", status = 503, when, times = 1 });
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));

        await world.World.RunAsync("SALESORDER-ORDER");
        await world.Desk.ClearFaultsAsync();
        world.World.Clock.Advance(TimeSpan.FromHours(1));
        await order.SyncAsync();
        await order.SyncAsync();

        await AssertInStepAsync(order);
    }

    [Fact]
    public async Task A_session_that_ends_before_it_saves_what_it_wrote_to_Business_Central_doubles_nothing()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("state.db");
        await using var world = await TwoWayOrder.OpenWorldAsync(path);
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2, 90m), world.FitterLine());
        await EditAsync(order);
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        world.World.State.Before(change => change.Couplings.Count > 0, () => throw new IOException("The process dies."));
        await Assert.ThrowsAnyAsync<Exception>(() => world.World.RunAsync("SALESORDER-ORDER", SyncDirection.ToBusinessCentral));
        await world.World.ReconnectAsync(path);

        await order.SyncAsync();
        await order.SyncAsync();

        await AssertInStepAsync(order);
    }

    [Fact]
    public async Task A_session_that_ends_before_it_saves_what_it_wrote_to_Sales_doubles_nothing()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("state.db");
        await using var world = await TwoWayOrder.OpenWorldAsync(path);
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2, 90m));
        await order.ReviseAsync(() => world.Desk.BcAsync(
            "salesLines", new { documentId = order.BcId, lineType = "Item", lineObjectNumber = "BIKE", quantity = 1m, unitPrice = 55m }));
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        world.World.State.Before(change => change.Couplings.Count > 0, () => throw new IOException("The process dies."));
        await Assert.ThrowsAnyAsync<Exception>(() => world.World.RunAsync("SALESORDER-ORDER", SyncDirection.ToSales));
        Assert.Equal(2, (await order.DetailsAsync()).Count);
        await world.World.ReconnectAsync(path);

        await order.SyncAsync();
        await order.SyncAsync();

        Assert.Equal(2, (await order.DetailsAsync()).Count);
        Assert.Equal(2, (await order.BcLinesAsync()).Count);
        Assert.Equal(2, (await order.LineCouplingsAsync()).Count);
    }

    [Fact]
    public async Task A_session_that_ends_before_it_couples_a_new_order_couples_it_with_its_lines_the_next_time()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("state.db");
        await using var world = await TwoWayOrder.OpenWorldAsync(path);
        var id = await world.SubmitAsync(null, world.BikeLine(2, 90m));
        world.World.State.Before(change => change.Couplings.Count > 0, () => throw new IOException("The process dies."));
        await Assert.ThrowsAnyAsync<Exception>(() => world.ImportAsync());
        await world.World.ReconnectAsync(path);
        var detail = Assert.Single(await world.Desk.RowsAsync("sales", "salesorderdetails"), line => line.Id("salesorderid") == id);
        await world.Desk.SilentlyAsync("sales", "salesorderdetails", new { salesorderdetailid = detail.Id("salesorderdetailid"), quantity = 6m });

        Assert.Null(Assert.Single(await world.ImportAsync()).Error);
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        var results = await world.World.RunAsync("SALESORDER-ORDER");

        Assert.All(results, result => Assert.True(result.Error is null, result.Error?.Message));
        Assert.Single(await world.World.CouplingsAsync("SOLINE-ORDERDETAIL"));
        Assert.Equal(6m, Assert.Single(await world.BcLinesAsync(Assert.Single(await world.BcOrdersAsync()))).Number("quantity"));
    }

    [Fact]
    public async Task An_order_whose_release_is_refused_is_left_as_it_was()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2, 90m));
        var detail = Assert.Single(await order.DetailsAsync());
        await order.ResubmitAsync(() => world.Desk.SalesAsync("salesorderdetails", new { salesorderdetailid = detail.Id("salesorderdetailid"), quantity = 0m }));
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));

        var refused = Assert.Single(await world.World.RunAsync("SALESORDER-ORDER", SyncDirection.ToBusinessCentral));

        Assert.Equal("BcSync.Record.Refused", refused.Error!.ErrorId);
        Assert.Equal("Released", (await order.BcAsync())["status"]!.ToString());
        Assert.Equal(2m, Assert.Single(await order.BcLinesAsync()).Number("quantity"));
    }

    private static async Task EditAsync(TwoWayOrder order)
    {
        var details = await order.DetailsAsync();
        await order.ResubmitAsync(async () =>
        {
            await order.World.Desk.SalesAsync("salesorderdetails", new { salesorderdetailid = details[0].Id("salesorderdetailid"), quantity = 5m });
            await order.World.Desk.DeleteAsync("sales", "salesorderdetails", details[1].Id("salesorderdetailid")!.Value);
            await order.World.AddLineAsync(order.SalesId, order.World.BikeLine(1, 70m));
        });
    }

    private static async Task AssertInStepAsync(TwoWayOrder order)
    {
        Assert.Equal([(5m, 90m), (1m, 70m)], (await order.BcLinesAsync()).Select(line => (line.Number("quantity"), line.Number("unitPrice"))));
        Assert.Equal(2, (await order.DetailsAsync()).Count);
        Assert.Equal(2, (await order.LineCouplingsAsync()).Count);
        Assert.Equal("Released", (await order.BcAsync())["status"]!.ToString());
        Assert.Equal(1, (await order.SalesAsync())["statecode"]!.GetValue<int>());
    }
}
