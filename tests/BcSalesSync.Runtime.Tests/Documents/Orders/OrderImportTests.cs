using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders;

/// <summary>Submitted orders become orders in Business Central.</summary>
public sealed class OrderImportTests
{
    [Fact]
    [Trait("Scenario", "ORD-101")]
    public async Task A_submitted_order_in_local_currency_becomes_an_order_and_stays_submitted()
    {
        await using var world = await OrderWorld.OpenAsync();
        var id = await world.SubmitAsync(null, world.BikeLine(2, 100m));

        var result = Assert.Single(await world.ImportAsync());

        Assert.Null(result.Error);
        var order = Assert.Single(await world.BcOrdersAsync());
        Assert.Equal((SyncAction.Created, order["number"]!.ToString()), (result.Action, result.BcNo));
        Assert.Equal(string.Empty, order["currencyCode"]!.ToString());
        var sales = await world.SalesOrderAsync(id);
        Assert.Equal((1, 3), (sales["statecode"]!.GetValue<int>(), sales["statuscode"]!.GetValue<int>()));
        Assert.Equal("2026-03-02", sales["lastbackofficesubmit"]!.ToString());
        Assert.Equal(result.BcNo, sales["bcbi_businesscentralordernumber"]!.ToString());
    }

    [Fact]
    [Trait("DocumentError", "O-31")]
    public async Task An_order_that_was_taken_over_is_not_taken_over_again()
    {
        await using var world = await OrderWorld.OpenAsync();
        var id = await world.SubmitAsync(null, world.BikeLine());
        await world.ImportAsync();

        Assert.Empty(await world.ImportAsync());
        var again = Assert.Single(await world.ImportAsync(new DocumentRequest { SalesIds = [id] }));

        Assert.Equal((SyncAction.Unchanged, null), (again.Action, again.Error));
        var order = Assert.Single(await world.BcOrdersAsync())["number"]!.ToString();
        Assert.Equal(order, again.BcNo);
        Assert.Contains((await world.SalesOrderAsync(id))["ordernumber"]!.ToString(), again.Message, StringComparison.Ordinal);
        Assert.Contains($"already order {order}", again.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [Trait("DocumentError", "O-32")]
    public async Task An_order_that_was_posted_is_not_taken_over_again(int tier)
    {
        await using var world = await OrderWorld.OpenAsync(tier);
        var id = await world.SubmitAsync(null, world.BikeLine());
        var invoice = await world.ImportAndPostAsync();

        var again = Assert.Single(await world.ImportAsync(new DocumentRequest { SalesIds = [id] }));

        Assert.Equal((SyncAction.Unchanged, null), (again.Action, again.Error));
        Assert.Contains((await world.SalesOrderAsync(id))["ordernumber"]!.ToString(), again.Message, StringComparison.Ordinal);
        Assert.Contains($"already posted as invoice {invoice}", again.Message, StringComparison.Ordinal);
        Assert.Empty(await world.BcOrdersAsync());
    }

    [Fact]
    public async Task A_preview_says_what_would_be_created_and_writes_nothing()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.SubmitAsync(null, world.BikeLine());
        await world.Desk.ResetRequestsAsync();

        var plan = Assert.Single(await world.ImportAsync(new DocumentRequest { Preview = true }));

        Assert.Equal(SyncAction.Created, plan.Action);
        Assert.Empty(await world.BcOrdersAsync());
        Assert.DoesNotContain(await world.Desk.RequestsAsync(), request => request.Method is "PATCH" or "DELETE");
    }
}
