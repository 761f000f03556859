using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders;

/// <summary>Orders that were never taken over have no partner, and nobody makes one up.</summary>
public sealed class OrderPartnerTests
{
    private const string Mapping = "SALESORDER-ORDER";

    [Theory]
    [InlineData(SalesOrderIntegration.OneWay)]
    [InlineData(SalesOrderIntegration.TwoWay)]
    [Trait("DocumentError", "O-18")]
    public async Task An_order_of_Business_Central_that_has_none_is_not_sent(SalesOrderIntegration integration)
    {
        await using var world = await OrderWorld.OpenAsync(integration: integration);
        var number = (await world.WriteDocumentAsync("Order", "C1", 100m))["number"]!.ToString();
        await world.HappensAsync("releaseOrder", ("no", number));

        var result = Assert.Single(await world.World.SyncAsync(Mapping, SyncDirection.ToSales, new RecordSelector { BcNo = number }));

        AssertNotCoupled(result);
        Assert.Equal(number, result.Error!.BcNo);
        Assert.Empty(await world.Desk.RowsAsync("sales", "salesorders"));
        Assert.Empty(await world.World.CouplingsAsync(Mapping));
    }

    [Fact]
    [Trait("DocumentError", "O-19")]
    public async Task An_order_of_Sales_that_has_none_is_not_taken_over_by_the_way()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var id = await world.SubmitAsync(null, world.BikeLine());
        var number = (await world.SalesOrderAsync(id))["ordernumber"]!.ToString();

        var result = Assert.Single(await world.World.SyncAsync(Mapping, SyncDirection.ToBusinessCentral, new RecordSelector { SalesId = id }));

        AssertNotCoupled(result);
        Assert.Equal((id, number), (result.Error!.SalesId, result.Error.SalesName));
        await world.AssertNothingWrittenAsync(id);
    }

    private static void AssertNotCoupled(BcSyncResult result)
    {
        Assert.Equal("BcSync.Record.NotCoupled", result.Error?.ErrorId);
        Assert.Contains("New-BcCoupling -Mapping SALESORDER-ORDER", result.Error!.RecommendedAction, StringComparison.Ordinal);
    }
}
