using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders;

/// <summary>Orders that were never taken over have no partner, and nobody makes one up.</summary>
public sealed class OrderPartnerTests
{
    private const string Mapping = "SALESORDER-ORDER";

    [Fact]
    [Trait("DocumentError", "O-18")]
    public async Task An_order_of_Business_Central_that_has_none_is_not_sent()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var number = (await world.WriteDocumentAsync("Order", "C1", 100m))["number"]!.ToString();
        await world.HappensAsync("releaseOrder", ("no", number));
        var order = new RecordSelector { BcNo = number };

        var sent = Assert.Single(await world.World.SyncAsync(Mapping, SyncDirection.ToSales, order));
        var fetched = Assert.Single(await world.World.SyncAsync(Mapping, SyncDirection.ToBusinessCentral, order));

        Assert.Equal((SyncAction.Skipped, number), (sent.Action, sent.BcNo));
        Assert.NotNull(sent.Reason);
        AssertNotCoupled(fetched);
        Assert.Equal(number, fetched.Error!.BcNo);
        Assert.Empty(await world.Desk.RowsAsync("sales", "salesorders"));
        Assert.Empty(await world.World.CouplingsAsync(Mapping));
    }

    [Theory]
    [InlineData(SalesOrderIntegration.OneWay)]
    [InlineData(SalesOrderIntegration.TwoWay)]
    [Trait("DocumentError", "O-19")]
    public async Task An_order_of_Sales_that_has_none_is_not_read_in_Business_Central(SalesOrderIntegration integration)
    {
        await using var world = await OrderWorld.OpenAsync(integration: integration);
        var id = await world.SubmitAsync(null, world.BikeLine());
        var number = (await world.SalesOrderAsync(id))["ordernumber"]!.ToString();

        var fetched = Assert.Single(await world.World.SyncAsync(Mapping, SyncDirection.ToSales, new RecordSelector { SalesName = number }));

        AssertNotCoupled(fetched);
        Assert.Equal(number, fetched.Error!.SalesName);
        await world.AssertNothingWrittenAsync(id);
    }

    [Fact]
    [Trait("DocumentError", "O-19")]
    public async Task An_order_of_Sales_that_has_none_is_not_taken_over_by_the_way()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var id = await world.SubmitAsync(null, world.BikeLine());

        var sent = Assert.Single(await world.World.SyncAsync(Mapping, SyncDirection.ToBusinessCentral, new RecordSelector { SalesId = id }));

        Assert.Equal((SyncAction.Skipped, id), (sent.Action, sent.SalesId));
        Assert.NotNull(sent.Reason);
        await world.AssertNothingWrittenAsync(id);
    }

    private static void AssertNotCoupled(BcSyncResult result)
    {
        Assert.Equal("BcSync.Record.NotCoupled", result.Error?.ErrorId);
        Assert.Contains("New-BcCoupling -Mapping SALESORDER-ORDER", result.Error!.RecommendedAction, StringComparison.Ordinal);
    }
}
