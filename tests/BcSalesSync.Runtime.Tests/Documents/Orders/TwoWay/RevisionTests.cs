using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders.TwoWay;

/// <summary>What changes in a released order of Business Central reaches the order in Sales.</summary>
public sealed class RevisionTests
{
    [Fact]
    public async Task A_changed_header_reaches_Sales_and_the_order_stays_submitted()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine());
        await order.ReviseAsync(() => world.Desk.BcAsync("salesHeaders", new { id = order.BcId, shipToCity = "York", requestedDeliveryDate = "2026-04-01" }));

        await order.SyncAsync();

        var sales = await order.SalesAsync();
        Assert.Equal(
            ("York", "2026-04-01", 1, 3),
            (sales["shipto_city"]!.ToString(), sales["requestdeliveryby"]!.ToString(), sales["statecode"]!.GetValue<int>(), sales["statuscode"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Changed_added_and_removed_lines_reach_Sales()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2, 90m), world.FitterLine());
        var lines = await order.BcLinesAsync();
        await order.ReviseAsync(async () =>
        {
            await world.Desk.BcAsync("salesLines", new { id = lines[0].Id("id"), quantity = 4m });
            await world.Desk.DeleteAsync("bc", "salesLines", lines[1].Id("id")!.Value);
            await world.Desk.BcAsync("salesLines", new { documentId = order.BcId, lineType = "Item", lineObjectNumber = "BIKE", quantity = 1m, unitPrice = 55m });
        });

        await order.SyncAsync();

        var details = await order.DetailsAsync();
        Assert.Equal([(4m, 90m), (1m, 55m)], details.Select(line => (line.Number("quantity"), line.Number("priceperunit"))));
        Assert.All(details, line => Assert.Equal(world.Bike.SalesId, line.Id("productid")));
        Assert.Equal(2, (await order.LineCouplingsAsync()).Count);
        await order.SyncAsync();
        Assert.Equal(2, (await order.BcLinesAsync()).Count);
        Assert.Empty(await order.SyncAsync());
    }

    [Fact]
    public async Task A_line_that_changed_without_its_header_reaches_Sales()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2, 90m));
        await order.SyncAsync();
        var line = Assert.Single(await order.BcLinesAsync());
        await world.Desk.SilentlyAsync("bc", "salesLines", new { id = line.Id("id"), unitPrice = 80m, amountExcludingTax = 160m });

        await order.SyncAsync();

        Assert.Equal(80m, Assert.Single(await order.DetailsAsync()).Number("priceperunit"));
    }

    [Fact]
    public async Task An_order_that_is_open_in_Business_Central_waits_for_its_release()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine());
        await world.HappensAsync("reopenOrder", ("no", order.Number));
        await world.Desk.BcAsync("salesHeaders", new { id = order.BcId, shipToCity = "York" });
        await order.SyncAsync();
        Assert.NotEqual("York", (await order.SalesAsync())["shipto_city"]?.ToString());

        await world.HappensAsync("releaseOrder", ("no", order.Number));
        await order.SyncAsync();

        Assert.Equal("York", (await order.SalesAsync())["shipto_city"]?.ToString());
    }

    [Fact]
    public async Task What_changed_while_the_seller_had_taken_the_order_back_arrives_once_it_is_submitted()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine());
        await order.ResubmitAsync(async () =>
        {
            await order.ReviseAsync(() => world.Desk.BcAsync("salesHeaders", new { id = order.BcId, shipToCity = "York" }));
            await order.SyncAsync();
            Assert.NotEqual("York", (await order.SalesAsync())["shipto_city"]?.ToString());
            await world.Desk.SalesAsync("salesorders", new { salesorderid = order.SalesId, shipto_line1 = "Fen Lane 2" });
        });

        await order.SyncAsync();
        await order.SyncAsync();

        Assert.Equal("York", (await order.SalesAsync())["shipto_city"]?.ToString());
        Assert.Equal(("Fen Lane 2", "York"), ((await order.BcAsync())["shipToAddressLine1"]!.ToString(), (await order.BcAsync())["shipToCity"]!.ToString()));
    }

    [Fact]
    public async Task Edits_of_different_fields_on_both_sides_merge_also_within_a_line()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2, 90m));
        await BothEditAsync(order, "quantity", 3m, "unitPrice", 75m);

        await order.SyncAsync();
        await order.SyncAsync();

        var (line, detail) = (Assert.Single(await order.BcLinesAsync()), Assert.Single(await order.DetailsAsync()));
        Assert.Equal((3m, 75m), (line.Number("quantity"), line.Number("unitPrice")));
        Assert.Equal((3m, 75m), (detail.Number("quantity"), detail.Number("priceperunit")));
    }

    [Fact]
    public async Task The_same_field_of_a_line_changed_on_both_sides_is_a_conflict_of_the_order()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2, 90m));
        await BothEditAsync(order, "quantity", 3m, "quantity", 5m);
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));

        var results = await world.World.RunAsync("SALESORDER-ORDER");

        var error = Assert.Single(results, result => result.Direction is SyncDirection.ToSales).Error!;
        Assert.Equal(("BcSync.Record.Conflict", FailureClass.Conflict), (error.ErrorId, error.Class));
        Assert.StartsWith("Line 10000: Both sides changed quantity", error.Message, StringComparison.Ordinal);
        Assert.Equal((5m, 3m), (Assert.Single(await order.BcLinesAsync()).Number("quantity"), Assert.Single(await order.DetailsAsync()).Number("quantity")));
    }

    [Theory]
    [InlineData(UpdateConflictPolicy.SendToSales, 5)]
    [InlineData(UpdateConflictPolicy.GetFromSales, 3)]
    public async Task A_rule_for_conflicts_of_orders_decides_those_of_their_lines_too(UpdateConflictPolicy rule, decimal quantity)
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        await world.World.ChangeAsync(new TableMappingChange { Name = "SALESORDER-ORDER", UpdateConflict = rule });
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2, 90m));
        await BothEditAsync(order, "quantity", 3m, "quantity", 5m);

        await order.SyncAsync();
        await order.SyncAsync();

        Assert.Equal(
            (quantity, quantity), (Assert.Single(await order.BcLinesAsync()).Number("quantity"), Assert.Single(await order.DetailsAsync()).Number("quantity")));
    }

    private static async Task BothEditAsync(TwoWayOrder order, string salesColumn, decimal inSales, string bcColumn, decimal inBc)
    {
        var (line, detail) = (Assert.Single(await order.BcLinesAsync()), Assert.Single(await order.DetailsAsync()));
        await order.ReviseAsync(() => order.World.Desk.BcAsync(
            "salesLines", new Dictionary<string, object?> { ["id"] = line.Id("id"), [bcColumn] = inBc }));
        await order.ResubmitAsync(() => order.World.Desk.SalesAsync(
            "salesorderdetails", new Dictionary<string, object?> { ["salesorderdetailid"] = detail.Id("salesorderdetailid"), [salesColumn] = inSales }));
    }
}
