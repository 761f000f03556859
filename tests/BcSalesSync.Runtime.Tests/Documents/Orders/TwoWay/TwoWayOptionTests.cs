using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders.TwoWay;

/// <summary>Options of orders that travel both ways need a counterpart.</summary>
public sealed class TwoWayOptionTests
{
    private const string Mapping = "SALESORDER-ORDER";

    [Theory]
    [InlineData("paymenttermscode", 4)]
    [InlineData("freighttermscode", 2)]
    [InlineData("shippingmethodcode", 5)]
    [Trait("DocumentError", "O-34")]
    public async Task An_option_that_has_none_keeps_the_order_of_the_seller_back(string column, int option)
    {
        await using var world = await OrderWorld.OpenWithOptionsAsync(SalesOrderIntegration.TwoWay);
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine());
        await order.ResubmitAsync(() => world.Desk.SalesAsync(
            "salesorders", new Dictionary<string, object?> { ["salesorderid"] = order.SalesId, [column] = option, ["shipto_city"] = "York" }));

        var error = await RefusedAsync(order, SyncDirection.ToBusinessCentral);

        Assert.Contains(column, error.Message, StringComparison.Ordinal);
        Assert.NotEqual("York", (await order.BcAsync())["shipToCity"]!.ToString());
    }

    [Theory]
    [InlineData("paymentTerms", "paymentTermsCode")]
    [InlineData("shipmentMethods", "shipmentMethodCode")]
    [InlineData("shippingAgents", "shippingAgentCode")]
    [Trait("DocumentError", "O-34")]
    public async Task A_code_that_has_none_keeps_the_order_from_Sales(string set, string column)
    {
        await using var world = await OrderWorld.OpenWithOptionsAsync(SalesOrderIntegration.TwoWay);
        await world.Desk.BcAsync(set, new { code = "BARTER", displayName = "By barter" });
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine());
        await order.ReviseAsync(() => world.Desk.BcAsync(
            "salesHeaders", new Dictionary<string, object?> { ["id"] = order.BcId, [column] = "BARTER", ["shipToCity"] = "York" }));

        var error = await RefusedAsync(order, SyncDirection.ToSales);

        Assert.Contains("BARTER", error.Message, StringComparison.Ordinal);
        Assert.NotEqual("York", (await order.SalesAsync())["shipto_city"]?.ToString());
    }

    private static async Task<BcSyncError> RefusedAsync(TwoWayOrder order, SyncDirection direction)
    {
        order.World.World.Clock.Advance(TimeSpan.FromMinutes(1));
        var error = Assert.Single(await order.World.World.RunAsync(Mapping, direction)).Error!;
        Assert.Equal(("BcSync.Record.OptionNotMapped", order.SalesId, order.Number), (error.ErrorId, error.SalesId, error.BcNo));
        Assert.Contains("New-BcCoupling", error.RecommendedAction, StringComparison.Ordinal);
        return error;
    }
}
