using System.Text.Json.Nodes;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders.TwoWay;

/// <summary>An order of Business Central can be sent to Sales by hand.</summary>
public sealed class SentOrderTests
{
    private const string Mapping = "SALESORDER-ORDER";

    [Fact]
    public async Task A_released_order_becomes_a_submitted_order_of_its_customer_with_its_lines_and_amounts()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var bc = await WriteAsync(world);

        var sent = await SendAsync(world, bc);

        Assert.Null(sent.Error);
        var sales = await world.SalesOrderAsync(sent.Value!.SalesId);
        Assert.Equal(
            (1, 3, world.Customer.SalesId, "Adatum", bc["number"]!.ToString()),
            (sales["statecode"]!.GetValue<int>(), sales["statuscode"]!.GetValue<int>(), sales.Id("customerid"), sales["name"]!.ToString(),
                sales["bcbi_businesscentralordernumber"]!.ToString()));
        var lines = await world.BcLinesAsync(bc);
        Assert.Equal(lines.Sum(line => line.Number("amountIncludingTax")), sales.Number("totalamount"));
        var detail = Assert.Single(await world.Desk.RowsAsync("sales", "salesorderdetails"));
        Assert.Equal(
            (world.Bike.SalesId, 3m, 55m, 5m, true),
            (detail.Id("productid"), detail.Number("quantity"), detail.Number("priceperunit"), detail.Number("manualdiscountamount"),
                detail["ispriceoverridden"]!.GetValue<bool>()));
        Assert.Single(await world.World.CouplingsAsync("SOLINE-ORDERDETAIL"));
    }

    [Fact]
    public async Task It_takes_the_list_of_its_currency_and_adds_what_the_list_lacks_once()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        foreach (var row in await world.Desk.RowsAsync("sales", "productpricelevels"))
            await world.Desk.DeleteAsync("sales", "productpricelevels", row.Id("productpricelevelid")!.Value);
        var bc = await WriteAsync(world, lines: 2);

        var sent = await SendAsync(world, bc);

        Assert.Null(sent.Error);
        var list = (await world.SalesOrderAsync(sent.Value!.SalesId)).Id("pricelevelid");
        Assert.NotNull(list);
        var price = Assert.Single(await world.World.PricesAsync(world.Bike.SalesId));
        Assert.Equal((list, 55m), (price.Id("pricelevelid"), price.Number("amount")));
    }

    [Fact]
    [Trait("DocumentQuirk", "26")]
    public async Task With_prices_from_price_lists_it_gets_a_list_of_its_own()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        await world.World.Session.SetSetupAsync(new SetupChange { ExtendedPricing = true }, default);
        var bc = await WriteAsync(world, lines: 2);

        var sent = await SendAsync(world, bc);

        Assert.Null(sent.Error);
        var list = (await world.SalesOrderAsync(sent.Value!.SalesId)).Id("pricelevelid")!.Value;
        Assert.Equal($"Business Central Order {bc["number"]} Price List", (await world.Desk.RowAsync("sales", "pricelevels", list))!["name"]!.ToString());
        Assert.Single(await world.World.PricesAsync(world.Bike.SalesId), price => price.Id("pricelevelid") == list);
    }

    [Fact]
    public async Task An_open_order_is_not_sent_and_the_reason_is_said()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var bc = await WriteAsync(world, release: false);

        var refused = await SendAsync(world, bc);

        Assert.Equal("BcSync.Coupling.OutsideFilter", refused.Error!.ErrorId);
        Assert.Empty(await world.Desk.RowsAsync("sales", "salesorders"));
    }

    [Fact]
    public async Task An_order_that_sells_what_is_not_coupled_is_not_sent_in_part()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        await world.World.AddItemAsync("HELMET");
        var bc = await WriteAsync(world, item: "HELMET");

        var refused = await SendAsync(world, bc);

        Assert.Equal("BcSync.Record.DependencyMissing", refused.Error!.ErrorId);
        Assert.Empty(await world.Desk.RowsAsync("sales", "salesorders"));
        Assert.Empty(await world.World.CouplingsAsync(Mapping));
    }

    [Fact]
    public async Task A_lost_answer_costs_no_second_order()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var bc = await WriteAsync(world);
        await world.Desk.FaultAsync(new { system = "sales", method = "POST", path = "$batch", when = "after", times = 1 });

        await SendAsync(world, bc);
        await world.Desk.ClearFaultsAsync();
        await SendAsync(world, bc);

        Assert.Single(await world.Desk.RowsAsync("sales", "salesorders"));
        Assert.Single(await world.Desk.RowsAsync("sales", "salesorderdetails"));
        Assert.Single(await world.World.CouplingsAsync(Mapping));
        Assert.Single(await world.World.CouplingsAsync("SOLINE-ORDERDETAIL"));
    }

    [Fact]
    public async Task An_order_that_was_sent_travels_both_ways_from_then_on()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var bc = await WriteAsync(world);
        var sent = (await SendAsync(world, bc)).Value!;
        await RunAsync(world);
        var detail = Assert.Single(await world.Desk.RowsAsync("sales", "salesorderdetails"));
        await world.Desk.SalesAsync("salesorders", new { salesorderid = sent.SalesId, statecode = 0, statuscode = 1 });
        await world.Desk.SalesAsync("salesorderdetails", new { salesorderdetailid = detail.Id("salesorderdetailid"), quantity = 9m });
        await world.HappensAsync("submitOrder", ("orderId", sent.SalesId.ToString()));

        await RunAsync(world);

        Assert.Equal(9m, Assert.Single(await world.BcLinesAsync(bc)).Number("quantity"));
        Assert.Equal(
            ((await world.SalesOrderAsync(sent.SalesId))["ordernumber"]!.ToString(), "Released"),
            ((await world.Desk.RowAsync("bc", "salesHeaders", bc.Id("id")!.Value))!["yourReference"]!.ToString(),
                (await world.Desk.RowAsync("bc", "salesHeaders", bc.Id("id")!.Value))!["status"]!.ToString()));
    }

    private static async Task RunAsync(OrderWorld world)
    {
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.All(await world.World.RunAsync(Mapping), result => Assert.True(result.Error is null, result.Error?.Message));
    }

    private static Task<Outcome<BcCoupling>> SendAsync(OrderWorld world, JsonObject order) =>
        world.World.CoupleAsync(Mapping, new RecordSelector { BcId = order.Id("id") }, createIn: SystemSide.Sales);

    private static async Task<JsonObject> WriteAsync(OrderWorld world, bool release = true, string item = "BIKE", int lines = 1)
    {
        var order = (await world.Desk.BcAsync("salesHeaders", new { documentType = "Order", customerNumber = "C1" }))[0]!.AsObject();
        for (var line = 0; line < lines; line++)
        {
            await world.Desk.BcAsync("salesLines", new
            {
                documentId = order.Id("id"), lineType = "Item", lineObjectNumber = item, quantity = 3m, unitPrice = 55m, discountAmount = 5m,
            });
        }

        if (release)
            await world.HappensAsync("releaseOrder", ("no", order["number"]!.ToString()));
        return (await world.Desk.RowAsync("bc", "salesHeaders", order.Id("id")!.Value))!;
    }
}
