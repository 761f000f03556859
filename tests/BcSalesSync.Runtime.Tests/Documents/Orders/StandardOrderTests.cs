using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders;

/// <summary>Orders without the companion app, through API v2.0 alone.</summary>
public sealed class StandardOrderTests
{
    [Fact]
    public async Task An_order_is_created_with_its_lines_and_says_what_was_left_out()
    {
        await using var world = await OrderWorld.OpenAsync(tier: 0);
        await world.SubmitAsync([("description", "Call first"), ("discountamount", 5m)], world.BikeLine(2, 100m, ("description", "Red")));

        var result = Assert.Single(await world.ImportAsync());

        Assert.Null(result.Error);
        var order = Assert.Single(await world.BcOrdersAsync());
        Assert.Equal((order["number"]!.ToString(), 5m), (result.BcNo, order.Number("invoiceDiscountValue")));
        Assert.Equal(["Item BIKE", "Red"], (await world.BcLinesAsync(order)).Select(line => line["description"]!.ToString()));
        Assert.Contains("Work Description", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("DocumentError", "O-17")]
    public async Task A_discount_that_cannot_be_placed_leaves_no_order_behind()
    {
        await using var world = await OrderWorld.OpenAsync(tier: 0);
        await world.SetFreightAccountAsync();
        var id = await world.SubmitAsync([("discountamount", 5m), ("freightamount", 35m)]);

        Assert.Equal("BcSync.Order.DiscountRefused", Assert.Single(await world.ImportAsync()).Error?.ErrorId);

        await world.AssertNothingWrittenAsync(id);
    }

    [Fact]
    public async Task An_order_that_some_invoice_names_but_that_was_never_there_is_left_to_a_person()
    {
        await using var world = await OrderWorld.OpenAsync(tier: 0);
        var id = await world.SubmitAsync(null, world.BikeLine());
        var number = (await world.SalesOrderAsync(id))["ordernumber"]!.ToString();
        await world.Desk.SilentlyAsync("bc", "postedInvoices", new { number = "INV-77", orderNumber = "S-ORD77",
            customerPurchaseOrderReference = number });

        var error = Assert.Single(await world.ImportAsync()).Error;

        Assert.Equal(("BcSync.Order.NamedByInvoice", FailureClass.Data, id), (error?.ErrorId, error?.Class, error?.SalesId));
        Assert.Contains("INV-77", error!.Message, StringComparison.Ordinal);
        await world.AssertNothingWrittenAsync(id);
    }

    [Fact]
    public async Task Two_orders_that_look_the_same_and_one_lost_answer_are_left_to_a_person()
    {
        await using var world = await OrderWorld.OpenAsync(tier: 0);
        await world.SubmitAsync(null, world.BikeLine());
        await world.SubmitAsync(null, world.BikeLine());
        await world.Desk.FaultAsync(new { system = "bc", method = "POST", path = "$batch", when = "after", times = 2 });
        await world.ImportAsync();
        await world.Desk.ClearFaultsAsync();
        var before = (await world.BcOrdersAsync()).Count;

        await world.ImportAsync();

        Assert.Equal(before, (await world.BcOrdersAsync()).Count);
    }
}
