using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders;

/// <summary>What becomes of an order in Business Central reaches the order in Sales.</summary>
public sealed class OrderLifeTests
{
    [Fact]
    public async Task Changes_of_a_released_order_reach_Sales_and_the_order_stays_submitted()
    {
        await using var world = await OrderWorld.OpenAsync();
        var (id, order) = await TakenOverAsync(world);
        await world.Desk.BcAsync("salesHeaders", new { id = order.Id, requestedDeliveryDate = "2026-04-01", shipToCity = "York" });
        await world.HappensAsync("releaseOrder", ("no", order.No));
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));

        await world.World.RunAsync("SALESORDER-ORDER", SyncDirection.ToSales);

        var sales = await world.SalesOrderAsync(id);
        Assert.Equal(
            ("2026-04-01", "York", 1, 3),
            (sales["requestdeliveryby"]?.ToString(), sales["shipto_city"]?.ToString(), sales["statecode"]!.GetValue<int>(),
                sales["statuscode"]!.GetValue<int>()));
    }

    [Fact]
    [Trait("DocumentQuirk", "18")]
    public async Task An_order_keeps_the_number_its_seller_knows_and_shows_that_of_Business_Central_beside_it()
    {
        await using var world = await OrderWorld.OpenAsync();
        var (id, order) = await TakenOverAsync(world);
        var number = (await world.SalesOrderAsync(id))["ordernumber"]!.ToString();
        await world.Desk.BcAsync("salesHeaders", new { id = order.Id, shipToCity = "York" });
        await world.HappensAsync("releaseOrder", ("no", order.No));
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(Assert.Single(await world.World.RunAsync("SALESORDER-ORDER", SyncDirection.ToSales)).Error);

        var sales = await world.SalesOrderAsync(id);
        Assert.Equal((number, order.No), (sales["ordernumber"]!.ToString(), sales["bcbi_businesscentralordernumber"]!.ToString()));
        var fields = await world.World.Session.GetFieldMappingsAsync("SALESORDER-ORDER", null, default).ToListAsync();
        Assert.DoesNotContain(fields, field => field.SalesField == "ordernumber");
    }

    [Fact]
    public async Task An_order_that_the_seller_took_back_is_left_alone()
    {
        await using var world = await OrderWorld.OpenAsync();
        var (id, order) = await TakenOverAsync(world);
        await world.Desk.SalesAsync("salesorders", new { salesorderid = id, statecode = 0, statuscode = 1 });
        await world.Desk.BcAsync("salesHeaders", new { id = order.Id, shipToCity = "York" });
        await world.HappensAsync("releaseOrder", ("no", order.No));
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));

        await world.World.RunAsync("SALESORDER-ORDER", SyncDirection.ToSales);

        var sales = await world.SalesOrderAsync(id);
        Assert.Equal((null, 0), (sales["shipto_city"]?.ToString(), sales["statecode"]!.GetValue<int>()));
    }

    [Fact]
    [Trait("Scenario", "ORD-144")]
    [Trait("Scenario", "UNC-130")]
    public async Task A_deleted_order_goes_back_to_the_seller_and_can_be_taken_over_again()
    {
        await using var world = await OrderWorld.OpenAsync();
        var (id, order) = await TakenOverAsync(world);
        await world.HappensAsync("deleteOrder", ("no", order.No));

        await world.FollowAsync();

        Assert.Empty(await world.World.CouplingsAsync("SALESORDER-ORDER"));
        var sales = await world.SalesOrderAsync(id);
        Assert.Equal(
            (0, 2, null),
            (sales["statecode"]!.GetValue<int>(), sales["statuscode"]!.GetValue<int>(), sales["lastbackofficesubmit"]?.ToString()));
        await world.HappensAsync("submitOrder", ("orderId", id.ToString()));
        Assert.Null(Assert.Single(await world.ImportAsync()).Error);
        Assert.Single(await world.BcOrdersAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Scenario", "ORD-146")]
    public async Task An_order_that_was_deleted_in_Sales_ends_without_a_fuss(bool posted)
    {
        await using var world = await OrderWorld.OpenAsync();
        var (id, order) = await TakenOverAsync(world);
        await world.Desk.DeleteAsync("sales", "salesorders", id);
        await (posted ? PostAsync(world, order.No, invoice: true) : world.HappensAsync("deleteOrder", ("no", order.No)));

        await world.FollowAsync();

        Assert.Empty(await world.BcOrdersAsync());
        Assert.Empty(await world.World.CouplingsAsync("SALESORDER-ORDER"));
        Assert.Empty(await world.World.Session.GetErrorsAsync(new ErrorQuery { Mapping = "SALESORDER-ORDER" }, default).ToListAsync());
    }

    [Fact]
    [Trait("Scenario", "ORD-140")]
    public async Task An_order_is_invoiced_once_all_of_it_is_also_by_an_invoice_of_its_shipments()
    {
        await using var world = await OrderWorld.OpenAsync();
        var (id, order) = await TakenOverAsync(world);
        await world.Desk.BcAsync("salesHeaders", new { id = order.Id, externalDocumentNumber = "OTHER" });
        var shipment = (await PostAsync(world, order.No, invoice: false))!["shipmentNo"]!.ToString();
        await world.FollowAsync();
        Assert.Equal(1, (await world.SalesOrderAsync(id))["statecode"]!.GetValue<int>());
        await world.HappensAsync("invoiceShipments", ("shipmentNos", new[] { shipment }));
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));

        await world.World.RunAsync("SALESORDER-ORDER", SyncDirection.ToSales);
        await world.FollowAsync();

        var sales = await world.SalesOrderAsync(id);
        Assert.Equal((4, 100003), (sales["statecode"]!.GetValue<int>(), sales["statuscode"]!.GetValue<int>()));
    }

    [Fact]
    public async Task An_order_that_was_posted_completely_is_invoiced()
    {
        await using var world = await OrderWorld.OpenAsync();
        var (id, order) = await TakenOverAsync(world);
        await PostAsync(world, order.No, invoice: true);

        await world.FollowAsync();

        Assert.Equal(4, (await world.SalesOrderAsync(id))["statecode"]!.GetValue<int>());
        Assert.Empty(await world.ImportAsync());
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(0, 1)]
    [InlineData(2, 4)]
    public async Task An_order_can_be_uncoupled_in_any_state_and_keeps_that(int state, int status)
    {
        await using var world = await OrderWorld.OpenAsync();
        var (id, _) = await TakenOverAsync(world);
        if (state != 1)
            await world.Desk.SilentlyAsync("sales", "salesorders", new { salesorderid = id, statecode = state, statuscode = status });

        Assert.Null(Assert.Single(await world.World.UncoupleAsync([.. await world.World.CouplingsAsync("SALESORDER-ORDER")])).Error?.Message);

        var sales = await world.SalesOrderAsync(id);
        Assert.Equal((state, status), (sales["statecode"]!.GetValue<int>(), sales["statuscode"]!.GetValue<int>()));
        Assert.Equal(state == 2, sales.Id("bcbi_companyid") is not null);
        Assert.Empty(await world.World.CouplingsAsync("SALESORDER-ORDER"));
    }

    private static Task<System.Text.Json.Nodes.JsonNode?> PostAsync(OrderWorld world, string number, bool invoice) =>
        world.HappensAsync("postOrder", ("no", number), ("ship", true), ("invoice", invoice));

    private static async Task<(Guid SalesId, (Guid Id, string No) Order)> TakenOverAsync(OrderWorld world)
    {
        var id = await world.SubmitAsync(null, world.BikeLine());
        await world.ImportAsync();
        var order = Assert.Single(await world.BcOrdersAsync());
        return (id, (order.Id("id")!.Value, order["number"]!.ToString()));
    }
}
