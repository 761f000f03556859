using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders.TwoWay;

/// <summary>Orders that travel both ways and leave Business Central end with what its archive holds.</summary>
public sealed class ArchivedOrderTests
{
    [Fact]
    [Trait("DocumentQuirk", "11")]
    public async Task An_order_that_was_posted_completely_takes_its_last_quantities_and_amounts_to_Sales_and_is_invoiced()
    {
        await using var world = await OpenAsync(archives: true);
        var order = await TwoWayOrder.TakeOverAsync(world, [("discountamount", 5m)], world.BikeLine(2, 90m), world.FitterLine());
        var lines = await order.BcLinesAsync();
        await order.ReviseAsync(async () =>
        {
            await world.Desk.BcAsync("salesLines", new { id = lines[0].Id("id"), quantity = 3m, discountAmount = 7m });
            await world.Desk.DeleteAsync("bc", "salesLines", lines[1].Id("id")!.Value);
            await world.Desk.BcAsync("salesLines", new { documentId = order.BcId, lineType = "Item", lineObjectNumber = "BIKE", quantity = 1m, unitPrice = 55m });
        });
        var due = (await order.BcLinesAsync()).Sum(line => line.Number("amountIncludingTax"));
        await PostAsync(order);

        Assert.Equal((1, 0), Counts(Assert.Single(await ArchiveAsync(world))));

        var sales = await order.SalesAsync();
        Assert.Equal((4, 100003), (sales["statecode"]!.GetValue<int>(), sales["statuscode"]!.GetValue<int>()));
        Assert.Equal(due, sales.Number("totalamount"));
        Assert.NotNull(sales["datefulfilled"]);
        Assert.Equal(
            [(3m, 3m, 7m, 90m), (1m, 1m, 0m, 55m)],
            (await order.DetailsAsync()).Select(line => (line.Number("quantity")!.Value, line.Number("quantityshipped")!.Value,
                line.Number("manualdiscountamount") ?? 0, line.Number("priceperunit")!.Value)));
    }

    [Fact]
    public async Task An_archived_order_is_no_longer_coupled_and_left_alone_afterwards()
    {
        await using var world = await OpenAsync(archives: true);
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2));
        await PostAsync(order);
        await ArchiveAsync(world);

        Assert.Empty(await world.World.CouplingsAsync("SALESORDER-ORDER"));
        Assert.Empty(await order.LineCouplingsAsync());
        Assert.Empty(await ArchiveAsync(world));
        Assert.Empty(await order.SyncAsync());
        Assert.Empty(await world.ImportAsync());
    }

    [Fact]
    public async Task An_order_that_was_deleted_keeps_its_state_in_Sales()
    {
        await using var world = await OpenAsync(archives: true);
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2));
        await world.HappensAsync("deleteOrder", ("no", order.Number));

        Assert.Equal(0, Assert.Single(await ArchiveAsync(world)).Failed);

        Assert.Equal((1, 3), ((await order.SalesAsync())["statecode"]!.GetValue<int>(), (await order.SalesAsync())["statuscode"]!.GetValue<int>()));
        Assert.Single(await order.DetailsAsync());
    }

    [Fact]
    [Trait("DocumentQuirk", "12")]
    public async Task An_order_without_an_archived_version_is_reported_with_what_to_turn_on()
    {
        await using var world = await OpenAsync(archives: false);
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2));
        await PostAsync(order);

        await ArchiveAsync(world);

        var error = Assert.Single(await world.World.Session.GetErrorsAsync(new ErrorQuery { Mapping = "SALESORDER-ORDER" }, default).ToListAsync());
        Assert.Equal(("BcSync.Order.NotArchived", order.Number), (error.ErrorId, error.BcNo));
        Assert.Contains("Archive Orders", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(1, (await order.SalesAsync())["statecode"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_run_that_is_cut_off_leaves_nothing_half_written_and_the_next_one_ends_the_order()
    {
        await using var world = await OpenAsync(archives: true);
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2));
        await PostAsync(order);
        await world.Desk.FaultAsync(new { system = "sales", method = "POST", path = "$batch", status = 503, times = 30, when = "after" });
        await ArchiveAsync(world);
        await world.Desk.ClearFaultsAsync();
        world.World.Clock.Advance(TimeSpan.FromDays(1));

        await ArchiveAsync(world);

        Assert.Equal(4, (await order.SalesAsync())["statecode"]!.GetValue<int>());
        Assert.Single(await order.DetailsAsync());
    }

    [Fact]
    [Trait("DocumentError", "O-35")]
    public async Task The_job_is_refused_where_orders_travel_one_way()
    {
        await using var world = await OrderWorld.OpenAsync();

        var refused = await MappingSteps.RefusedAsync(() => ArchiveAsync(world));

        Assert.Equal("BcSync.Schedule.TwoWayOff", refused.ErrorId);
        Assert.Contains("-SalesOrderIntegration TwoWay", refused.RecommendedAction, StringComparison.Ordinal);
    }

    private static async Task<OrderWorld> OpenAsync(bool archives)
    {
        var world = await TwoWayOrder.OpenWorldAsync();
        var setup = Assert.Single(await world.Desk.RowsAsync("bc", "salesSetup"));
        await world.Desk.SilentlyAsync("bc", "salesSetup", new { id = setup.Id("id"), archiveOrders = archives });
        return world;
    }

    private static Task PostAsync(TwoWayOrder order) =>
        order.World.HappensAsync("postOrder", ("no", order.Number), ("ship", true), ("invoice", true));

    private static (int Modified, int Failed) Counts(BcSyncJob job) => (job.Modified, job.Failed);

    private static async Task<List<BcSyncJob>> ArchiveAsync(OrderWorld world)
    {
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        return [.. (await world.World.RunScheduleAsync("ARCHIVED-ORDERS")).Where(job => job.Mapping == "SALESORDER-ORDER")];
    }
}
