using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders;

/// <summary>What API v2.0 cannot take of an order stays visible until somebody sees to it.</summary>
public sealed class StandardOrderTroubleTests
{
    private const string Mapping = "SALESORDER-ORDER";

    [Fact]
    public async Task Fields_that_are_left_out_are_named_in_the_result_the_log_and_at_the_coupling_and_stay_there()
    {
        await using var world = await OrderWorld.OpenAsync(tier: 0);
        await world.SubmitAsync([("description", "Call first"), ("billto_city", "York")], world.BikeLine());

        var result = Assert.Single(await world.ImportAsync());
        await world.ImportAsync();

        Assert.Null(result.Error);
        Assert.Contains("Work Description", result.Message, StringComparison.Ordinal);
        var logged = Assert.Single(await ErrorsAsync(world));
        Assert.Equal(("BcSync.Order.FieldsLeftOut", result.BcNo), (logged.ErrorId, logged.BcNo));
        Assert.Contains("Your Reference, Bill-to Address, Work Description", logged.Message, StringComparison.Ordinal);
        Assert.Equal(logged.Message, Assert.Single(await world.World.CouplingsAsync(Mapping)).Error);
    }

    [Fact]
    public async Task An_order_without_its_discount_stays_wrong_until_somebody_gives_it()
    {
        await using var world = await OrderWorld.OpenAsync(tier: 0);
        var id = await world.SubmitAsync([("discountamount", 5m)], world.BikeLine(2, 100m));
        await world.Desk.FaultAsync(new { system = "bc", method = "PATCH", path = "salesOrders", status = 400, operation = true });
        await world.Desk.FaultAsync(new { system = "bc", method = "DELETE", path = "salesOrders", status = 400, operation = true });
        var first = Assert.Single(await world.ImportAsync());
        await world.Desk.ClearFaultsAsync();

        var second = Assert.Single(await world.ImportAsync());

        Assert.Equal(
            ("BcSync.Order.LeftWithoutDiscount", "BcSync.Order.LeftWithoutDiscount", first.Error!.Message),
            (first.Error!.ErrorId, second.Error?.ErrorId, second.Error?.Message));
        var wrong = Assert.Single(await world.World.CouplingsAsync(Mapping));
        Assert.Equal((SyncOutcome.Failure, first.Error.Message), (wrong.ToBusinessCentralResult, wrong.Error));
        var order = Assert.Single(await world.BcOrdersAsync());
        await world.Desk.BcAsync("salesHeaders", new { id = order.Id("id"), invoiceDiscountValue = 5m });
        var line = (await world.BcLinesAsync(order))[0];
        await world.Desk.BcAsync("salesLines", new { id = line.Id("id"), description = "Bike, blue" });

        Assert.Null(Assert.Single(await world.ImportAsync()).Error);

        var healed = Assert.Single(await world.World.CouplingsAsync(Mapping));
        Assert.Equal((SyncOutcome.Success, null), (healed.ToBusinessCentralResult, healed.Error));
        Assert.NotNull((await world.SalesOrderAsync(id))["lastbackofficesubmit"]);
        Assert.Empty(await world.ImportAsync());
    }

    [Fact]
    public async Task The_tax_in_the_price_of_an_item_is_left_in_and_said_where_it_cannot_be_known()
    {
        await using var world = await OrderWorld.OpenAsync(tier: 0);
        await world.Desk.BcAsync("items", new { id = world.Bike.BcId, priceIncludesTax = true });
        await world.SubmitAsync(null, world.BikeLine(1, 125m));

        var result = Assert.Single(await world.ImportAsync());

        Assert.Contains("Tax in the price of BIKE", result.Message, StringComparison.Ordinal);
        Assert.Equal(125m, Assert.Single(await world.BcLinesAsync(Assert.Single(await world.BcOrdersAsync()))).Number("unitPrice"));
    }

    [Fact]
    public async Task Turning_orders_on_tells_per_field_what_stays_behind_and_what_is_told_is_told()
    {
        await using var world = await OrderWorld.OpenAsync(tier: 0, integration: SalesOrderIntegration.None);

        var effect = await world.World.Session.SetSetupAsync(new SetupChange { SalesOrderIntegration = SalesOrderIntegration.OneWay }, default);

        var told = Assert.Single(effect.NextSteps, step => step.Contains("companion app", StringComparison.Ordinal));
        Assert.All(
            ["Ship-to", "Requested Delivery Date", "Last Shipment Date", "Salesperson"],
            field => Assert.Contains(field, told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Shipment_and_invoice_of_an_order_are_posted_on_its_timeline_and_end_it()
    {
        await using var world = await OrderWorld.OpenAsync(tier: 0);
        var id = await world.SubmitAsync(null, world.BikeLine());
        var number = Assert.Single(await world.ImportAsync()).BcNo!;
        await world.HappensAsync("releaseOrder", ("no", number));
        await world.FollowAsync();
        await world.HappensAsync("postOrder", ("no", number), ("ship", true), ("invoice", true));
        world.World.Clock.Advance(TimeSpan.FromMinutes(10));

        await world.FollowAsync();

        Assert.Equal(3, (await world.PostsAsync(id)).Count);
        Assert.Equal(4, (await world.SalesOrderAsync(id))["statecode"]!.GetValue<int>());
    }

    private static Task<List<BcSyncError>> ErrorsAsync(OrderWorld world) =>
        world.World.Session.GetErrorsAsync(new ErrorQuery { Mapping = Mapping }, default).ToListAsync().AsTask();
}
