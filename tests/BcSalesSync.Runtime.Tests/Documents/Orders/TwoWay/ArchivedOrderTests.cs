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

        var error = Assert.Single(await world.World.Session.GetErrorsAsync(new ErrorQuery { Mapping = "SALESORDER-ORDER" }, default)
            .ToListAsync());
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
    public async Task An_order_that_the_seller_has_taken_back_is_ended_once_it_is_submitted_again()
    {
        await using var world = await OpenAsync(archives: true);
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2));
        await world.Desk.SalesAsync("salesorders", new { salesorderid = order.SalesId, statecode = 0, statuscode = 1 });
        await PostAsync(order);

        Assert.Empty(await ArchiveAsync(world));

        Assert.Equal(0, await StateAsync(order));
        await world.HappensAsync("submitOrder", ("orderId", order.SalesId.ToString()));
        Assert.Equal((1, 0), Counts(Assert.Single(await ArchiveAsync(world))));
        Assert.Equal(4, await StateAsync(order));
        Assert.Empty(await ArchiveAsync(world));
    }

    [Fact]
    public async Task An_order_that_Sales_keeps_refusing_waits_longer_and_longer_and_is_ended_at_once_when_somebody_takes_it_up_again()
    {
        await using var world = await OpenAsync(archives: true);
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2));
        await PostAsync(order);
        await world.Desk.FaultAsync(new { system = "sales", method = "PATCH", path = "salesorders", operation = true, status = 400,
            code = "0x80040203", message = "Not so." });
        for (var run = 0; run < 3; run++)
            Assert.Equal((0, 1), Counts(Assert.Single(await ArchiveAsync(world))));
        await world.Desk.ClearFaultsAsync();
        Assert.Empty(await ArchiveAsync(world));
        Assert.Equal(1, await StateAsync(order));

        var resumed = Assert.Single(await world.World.Session.ResumeRecordsAsync(
            new CouplingQuery { Mapping = "SALESORDER-ORDER", Records = new RecordSelector { BcNo = order.Number } }, default)
                .ToListAsync());

        Assert.Equal((order.BcId, order.SalesId), (resumed.BcId, resumed.SalesId));
        Assert.Equal((1, 0), Counts(Assert.Single(await ArchiveAsync(world))));
        Assert.Equal(4, await StateAsync(order));
        Assert.Empty(await ArchiveAsync(world));
    }

    [Fact]
    public async Task An_order_that_was_deleted_and_taken_over_again_is_ended_a_second_time()
    {
        await using var world = await OpenAsync(archives: true);
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2));
        var other = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(3));
        await world.HappensAsync("deleteOrder", ("no", order.Number));
        await ArchiveAsync(world);
        var number = (await order.SalesAsync())["ordernumber"]!.ToString();
        var again = Assert.Single(await world.ImportAsync(new DocumentRequest { Numbers = [number] }));
        Assert.Equal(SyncAction.Created, again.Action);
        await world.HappensAsync("postOrder", ("no", again.BcNo), ("ship", true), ("invoice", true));
        await PostAsync(other);

        await ArchiveAsync(world);

        Assert.Equal((4, 4), (await StateAsync(order), await StateAsync(other)));
        Assert.Empty(await ArchiveAsync(world));
    }

    [Fact]
    public async Task An_order_whose_number_Sales_was_never_told_is_found_in_the_archive_all_the_same()
    {
        await using var world = await OpenAsync(archives: true);
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2));
        await world.Desk.SilentlyAsync("sales", "salesorders", new { salesorderid = order.SalesId,
            bcbi_businesscentralordernumber = (string?)null });
        await PostAsync(order);

        await ArchiveAsync(world);

        Assert.Equal(4, await StateAsync(order));
    }

    [Fact]
    public async Task Archived_lines_that_sell_what_is_not_coupled_are_named()
    {
        await using var world = await OpenAsync(archives: true);
        await world.World.AddItemAsync("HELMET", 30m);
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2));
        await order.ReviseAsync(() => world.Desk.BcAsync(
            "salesLines", new { documentId = order.BcId, lineType = "Item", lineObjectNumber = "HELMET", quantity = 1m, unitPrice = 30m }));
        await PostAsync(order);

        var job = Assert.Single(await ArchiveAsync(world));

        Assert.Contains("Item HELMET", job.Message, StringComparison.Ordinal);
        Assert.Contains(order.Number, job.Message, StringComparison.Ordinal);
        Assert.Equal(4, await StateAsync(order));
    }

    [Fact]
    public async Task Orders_that_vanish_by_the_dozen_are_held_back_until_somebody_confirms_it_and_the_posted_ones_are_ended()
    {
        await using var world = await OpenAsync(archives: true);
        var posted = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine());
        await PostAsync(posted);
        for (var order = 0; order < 11; order++)
            await world.SubmitAsync(null, world.BikeLine());
        foreach (var result in await world.ImportAsync())
            await world.HappensAsync("deleteOrder", ("no", result.BcNo));

        await ArchiveAsync(world);
        await ArchiveAsync(world);

        var error = Assert.Single(await world.World.Session.GetErrorsAsync(new ErrorQuery { Mapping = "SALESORDER-ORDER" }, default)
            .ToListAsync());
        Assert.Equal("BcSync.Order.TooManyGone", error.ErrorId);
        Assert.Contains("Invoke-BcSyncSchedule -Name ARCHIVED-ORDERS -Force", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(4, await StateAsync(posted));
        Assert.Equal(11, (await world.World.CouplingsAsync("SALESORDER-ORDER")).Count);
        await world.World.RunScheduleAsync(new ScheduleRequest { Names = ["ARCHIVED-ORDERS"], Force = true });
        Assert.Empty(await world.World.CouplingsAsync("SALESORDER-ORDER"));
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

    private static async Task<int> StateAsync(TwoWayOrder order) => (await order.SalesAsync())["statecode"]!.GetValue<int>();

    private static Task PostAsync(TwoWayOrder order) =>
        order.World.HappensAsync("postOrder", ("no", order.Number), ("ship", true), ("invoice", true));

    private static (int Modified, int Failed) Counts(BcSyncJob job) => (job.Modified, job.Failed);

    private static async Task<List<BcSyncJob>> ArchiveAsync(OrderWorld world)
    {
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        return [.. (await world.World.RunScheduleAsync("ARCHIVED-ORDERS")).Where(job => job.Mapping == "SALESORDER-ORDER")];
    }
}
