using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.SetUp;

/// <summary>Turning order integration on and off.</summary>
public sealed class OrderIntegrationTests
{
    [Fact]
    [Trait("Scenario", "ORD-173")]
    [Trait("DocumentError", "O-33")]
    public async Task Order_integration_is_not_switched_off_while_submitted_orders_are_left()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.SubmitAsync(null, world.BikeLine());

        var refused = await Assert.ThrowsAsync<SyncException>(() => SetAsync(world.World, SalesOrderIntegration.None));

        Assert.Equal("BcSync.Setup.OrdersSubmitted", refused.Error.ErrorId);
        Assert.NotEmpty(refused.Error.RecommendedAction);
        Assert.Equal(SalesOrderIntegration.OneWay, (await world.World.Session.GetSetupAsync(default)).SalesOrderIntegration);
        Assert.True(await IsToldAsync(world.World));
    }

    [Fact]
    [Trait("Scenario", "ORD-173")]
    public async Task Sales_is_told_when_orders_begin_and_cease_to_travel()
    {
        await using var world = await SyncWorld.OpenAsync();

        await SetAsync(world, SalesOrderIntegration.OneWay);
        var on = await IsToldAsync(world);
        await SetAsync(world, SalesOrderIntegration.None);

        Assert.Equal((true, false), (on, await IsToldAsync(world)));
    }

    [Fact]
    [Trait("Scenario", "ORD-173")]
    public async Task Order_integration_needs_the_solution_in_Sales()
    {
        await using var world = await SyncWorld.OpenAsync();
        var solutions = await world.Desk.RowsAsync("sales", "solutions");
        var solution = Assert.Single(solutions, row => row["uniquename"]?.ToString() == "MicrosoftDynamicsNavIntegration");
        await world.Desk.SilentlyAsync("sales", "solutions", new { solutionid = solution["solutionid"]!.ToString(), uniquename = "other" });

        var refused = await Assert.ThrowsAsync<SyncException>(() => SetAsync(world, SalesOrderIntegration.OneWay));

        Assert.Equal("BcSync.Setup.SolutionMissing", refused.Error.ErrorId);
        Assert.Equal(SalesOrderIntegration.None, (await world.Session.GetSetupAsync(default)).SalesOrderIntegration);
    }

    [Fact]
    public async Task Orders_are_not_taken_over_while_order_integration_is_off()
    {
        await using var world = await SyncWorld.OpenAsync();

        var refused = await Assert.ThrowsAsync<SyncException>(async () =>
            await world.Session.Documents.ImportOrdersAsync(new DocumentRequest(), world.Observer, default).ToListAsync());

        Assert.Equal("BcSync.Setup.OrdersOff", refused.Error.ErrorId);
    }

    [Fact]
    public async Task A_full_synchronisation_creates_no_orders_in_Sales()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.SubmitAsync(null, world.BikeLine());
        await world.ImportAsync();
        var rows = await world.Desk.BcAsync("salesHeaders", new { documentType = "Order", customerNumber = "C1" });
        var own = rows[0]!["number"]!.ToString();
        await world.Desk.BcAsync("salesLines", new { documentId = rows[0]!["id"]!.ToString(), lineType = "Item", lineObjectNumber = "BIKE", quantity = 1 });
        await world.World.Session.RaiseSandboxEventAsync("releaseOrder", new Dictionary<string, object?> { ["no"] = own }, default);

        var line = Assert.Single(await world.World.FullSyncAsync(FullSyncAction.FullSync, "SALESORDER-ORDER"));

        Assert.Equal((FullSyncStatus.Finished, 0, 0), (line.Status, line.Failed, line.Inserted));
        Assert.Single(await world.Desk.RowsAsync("sales", "salesorders"));
        var coupled = await world.World.CoupleAsync("SALESORDER-ORDER", new RecordSelector { BcNo = own }, createIn: SystemSide.Sales);
        Assert.Equal("BcSync.Coupling.NeverCreated", coupled.Error?.ErrorId);
    }

    private static Task<SetupEffect> SetAsync(SyncWorld world, SalesOrderIntegration integration) =>
        world.Session.SetSetupAsync(new SetupChange { SalesOrderIntegration = integration }, default);

    private static async Task<bool> IsToldAsync(SyncWorld world) =>
        Assert.Single(await world.Desk.RowsAsync("sales", "organizations"))["issopintegrationenabled"]!.GetValue<bool>();
}
