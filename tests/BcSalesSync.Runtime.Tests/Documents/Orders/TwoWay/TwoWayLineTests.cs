using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders.TwoWay;

/// <summary>What lines of orders that travel both ways sell.</summary>
public sealed class TwoWayLineTests
{
    [Fact]
    public async Task Lines_that_a_seller_adds_get_comment_lines_for_their_text()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        await world.SetWriteInAsync(WriteInProductType.Item);
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine());
        await order.ResubmitAsync(async () =>
        {
            await world.AddLineAsync(order.SalesId, world.BikeLine(1, 50m, ("description", new string('a', 250))));
            await world.AddLineAsync(order.SalesId, OrderWorld.WriteIn(new string('b', 120)));
        });

        await order.SyncAsync();
        await order.SyncAsync();

        var lines = await order.BcLinesAsync();
        Assert.Equal(
            ["Item BIKE", "Item BIKE", new string('a', 100), new string('a', 100), new string('a', 50), new string('b', 100), new string('b', 20)],
            lines.Select(line => line["description"]!.ToString()));
        Assert.Equal([0, 0, 20000, 20000, 20000, 0, 60000], lines.Select(line => line["attachedToLineNumber"]!.GetValue<int>()));
        Assert.Equal(3, (await order.DetailsAsync()).Count);
    }

    private const string Mapping = "SALESORDER-ORDER";

    [Fact]
    [Trait("Scenario", "ORD-166")]
    public async Task A_line_of_an_item_that_is_always_reserved_is_coupled_and_reserved()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        await world.Desk.SilentlyAsync("bc", "items", new { id = world.Bike.BcId, reserve = "Always" });
        await world.Desk.SilentlyAsync("bc", "customers", new { id = world.Customer.BcId, reserve = "Always" });
        await world.HappensAsync("adjustInventory", ("itemNo", "BIKE"), ("quantity", 20m));

        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(3));

        Assert.Single(await order.LineCouplingsAsync());
        Assert.Equal(3m, Assert.Single(await order.BcLinesAsync()).Number("reservedQuantity"));
        await order.ResubmitAsync(() => world.AddLineAsync(order.SalesId, world.BikeLine(2)));
        await order.SyncAsync();
        Assert.Equal([3m, 2m], (await order.BcLinesAsync()).Select(line => line.Number("reservedQuantity")));
    }

    [Fact]
    public async Task An_order_whose_prepayment_is_awaited_stays_open_until_it_is_invoiced()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2));
        var line = Assert.Single(await order.BcLinesAsync());
        var detail = Assert.Single(await order.DetailsAsync());
        await world.Desk.SilentlyAsync("bc", "salesLines", new { id = line.Id("id"), prepaymentAmount = 50m });
        await order.ResubmitAsync(() => world.Desk.SalesAsync("salesorderdetails", new { salesorderdetailid = detail.Id("salesorderdetailid"), quantity = 4m }));

        await order.SyncAsync();

        Assert.Equal(("Open", 4m), ((await order.BcAsync())["status"]!.ToString(), Assert.Single(await order.BcLinesAsync()).Number("quantity")));
        await world.Desk.SilentlyAsync("bc", "salesLines", new { id = line.Id("id"), prepmtAmtInv = 50m });
        await order.ResubmitAsync(() => world.Desk.SalesAsync("salesorderdetails", new { salesorderdetailid = detail.Id("salesorderdetailid"), quantity = 5m }));
        await order.SyncAsync();
        Assert.Equal("Released", (await order.BcAsync())["status"]!.ToString());
    }

    [Theory]
    [InlineData(WriteInProductType.Item)]
    [InlineData(WriteInProductType.Resource)]
    public async Task What_is_written_in_travels_both_ways(WriteInProductType type)
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        await world.SetWriteInAsync(type);
        var order = await TwoWayOrder.TakeOverAsync(world, null, OrderWorld.WriteIn("Bell", 2, 8m));
        await order.ResubmitAsync(() => world.AddLineAsync(order.SalesId, OrderWorld.WriteIn("Basket", 1, 25m)));
        await order.SyncAsync();
        Assert.Equal(
            [("WRITEIN", "Bell", 8m), ("WRITEIN", "Basket", 25m)],
            (await order.BcLinesAsync()).Select(line => (line["lineObjectNumber"]!.ToString(), line["description"]!.ToString(), line.Number("unitPrice")!.Value)));
        await order.ReviseAsync(() => world.Desk.BcAsync("salesLines", new
        {
            documentId = order.BcId, lineType = type.ToString(), lineObjectNumber = "WRITEIN", description = "Lamp", quantity = 1m, unitPrice = 12m,
        }));

        await order.SyncAsync();

        var lamp = Assert.Single(await order.DetailsAsync(), line => line["productdescription"]?.ToString() == "Lamp");
        Assert.Equal((null, true, 12m), (lamp.Id("productid"), lamp["isproductoverridden"]!.GetValue<bool>(), lamp.Number("priceperunit")));
    }

    [Fact]
    [Trait("DocumentError", "O-24")]
    public async Task A_written_in_line_needs_something_that_stands_for_it()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine());
        await order.ResubmitAsync(() => world.AddLineAsync(order.SalesId, OrderWorld.WriteIn("Bell")));

        var refused = await RefusedAsync(world);

        Assert.Equal(("BcSync.Order.NoWriteInProduct", FailureClass.Configuration), (refused.ErrorId, refused.Class));
        Assert.Contains((await order.SalesAsync())["ordernumber"]!.ToString(), $"{refused.SalesName} {refused.Message}", StringComparison.Ordinal);
        Assert.Contains("Set-BcSyncSetup", refused.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(await order.BcLinesAsync());
    }

    [Fact]
    public async Task A_line_of_a_product_that_is_not_coupled_is_an_error_and_nothing_is_written()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine());
        var product = await world.World.AddProductAsync("HELMET", "Helmet", "PCS");
        await order.ResubmitAsync(async () =>
        {
            await world.Desk.SalesAsync("salesorders", new { salesorderid = order.SalesId, shipto_city = "York" });
            await world.AddLineAsync(order.SalesId, world.BikeLine(1, 30m, ("productid", product)));
        });

        var refused = await RefusedAsync(world);

        Assert.Equal((FailureClass.DependencyMissing, "BcSync.Record.DependencyMissing"), (refused.Class, refused.ErrorId));
        Assert.NotEqual("York", (await order.BcAsync())["shipToCity"]!.ToString());
        Assert.Single(await order.BcLinesAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("DocumentQuirk", "9")]
    [Trait("DocumentQuirk", "27")]
    public async Task A_product_of_a_type_that_is_not_sold_is_an_error_and_no_line_is_touched(bool alone)
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine());
        var other = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(3));
        var product = await world.World.AddProductAsync("FEE", "Fee", "PCS", type: 4);
        var bike = Assert.Single(await order.DetailsAsync());
        await order.ResubmitAsync(async () =>
        {
            await world.AddLineAsync(order.SalesId, world.BikeLine(1, 30m, ("productid", product)));
            if (alone)
                await world.Desk.DeleteAsync("sales", "salesorderdetails", bike.Id("salesorderdetailid")!.Value);
        });

        var refused = await RefusedAsync(world);

        Assert.Contains(product.ToString(), refused.Message, StringComparison.Ordinal);
        Assert.NotEmpty(refused.RecommendedAction);
        Assert.Equal("BIKE", Assert.Single(await order.BcLinesAsync())["lineObjectNumber"]!.ToString());
        Assert.Equal(3m, Assert.Single(await other.BcLinesAsync()).Number("quantity"));
    }

    [Theory]
    [InlineData("status eq 'Open'", null, "released orders")]
    [InlineData(null, "statecode eq 0", "submitted orders")]
    [Trait("DocumentError", "O-21")]
    [Trait("DocumentError", "O-22")]
    public async Task The_conditions_can_be_narrowed_and_not_widened(string? bc, string? sales, string named)
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();

        var refused = await MappingSteps.RefusedAsync(
            () => world.World.ChangeAsync(new TableMappingChange { Name = Mapping, BcFilter = bc, SalesFilter = sales }));

        Assert.Equal("BcSync.Mapping.WidenedFilter", refused.ErrorId);
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        Assert.NotEmpty(refused.RecommendedAction);
        await world.World.ChangeAsync(new TableMappingChange
        {
            Name = Mapping, BcFilter = "documentType eq 'Order' and status eq 'Released' and customerNumber ne 'C9'",
        });
    }

    [Fact]
    public async Task A_preview_says_what_becomes_of_the_lines_and_writes_nothing()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2, 90m));
        var detail = Assert.Single(await order.DetailsAsync());
        await order.ResubmitAsync(() => world.Desk.SalesAsync("salesorderdetails", new { salesorderdetailid = detail.Id("salesorderdetailid"), quantity = 5m }));
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));

        var plan = await world.World.Session.PlanAsync(new SyncNowRequest { Mapping = Mapping }, world.World.Observer, default).ToListAsync();

        Assert.Contains(plan.SelectMany(action => action.Changes), change => change.Field.StartsWith("quantity (", StringComparison.Ordinal) && Equals(change.NewValue, 5m));
        Assert.Equal(2m, Assert.Single(await order.BcLinesAsync()).Number("quantity"));
    }

    private static async Task<BcSyncError> RefusedAsync(OrderWorld world)
    {
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        return Assert.Single(await world.World.RunAsync(Mapping, SyncDirection.ToBusinessCentral)).Error!;
    }
}
