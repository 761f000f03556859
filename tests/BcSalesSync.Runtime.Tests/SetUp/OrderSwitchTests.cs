using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.SetUp;

/// <summary>Switches whose work belongs to orders, quotes and stock.</summary>
public sealed class OrderSwitchTests
{
    [Theory]
    [InlineData(SalesOrderIntegration.None)]
    [InlineData(SalesOrderIntegration.TwoWay)]
    [Trait("Scenario", "SET-127")]
    public async Task Orders_that_no_longer_travel_one_way_are_not_created_by_themselves_either(SalesOrderIntegration integration)
    {
        await using var world = await SyncWorld.OpenAsync();
        await SetAsync(world, new SetupChange { SalesOrderIntegration = SalesOrderIntegration.OneWay, AutoCreateSalesOrders = true });

        var preview = await world.Session.PreviewSetupAsync(new SetupChange { SalesOrderIntegration = integration }, default);
        var after = await SetAsync(world, new SetupChange { SalesOrderIntegration = integration });

        Assert.Equal(["AutoCreateSalesOrders"], preview.TurnedOff);
        Assert.False(after.AutoCreateSalesOrders);
        Assert.False((await SetAsync(world, new SetupChange { SalesOrderIntegration = SalesOrderIntegration.OneWay })).AutoCreateSalesOrders);
    }

    [Theory]
    [InlineData(SalesOrderIntegration.None)]
    [InlineData(SalesOrderIntegration.TwoWay)]
    [Trait("Scenario", "SET-127")]
    public async Task Automatic_order_creation_cannot_be_set_while_orders_do_not_travel_one_way(SalesOrderIntegration integration)
    {
        await using var world = await SyncWorld.OpenAsync();
        await SetAsync(world, new SetupChange { SalesOrderIntegration = integration });

        var refused = await MappingSteps.RefusedAsync(() => SetAsync(world, new SetupChange { AutoCreateSalesOrders = true }));

        Assert.Equal("BcSync.Setup.OrdersNotCreated", refused.ErrorId);
        Assert.Contains("-SalesOrderIntegration OneWay -AutoCreateSalesOrders $true", refused.RecommendedAction, StringComparison.Ordinal);
        Assert.False((await world.Session.GetSetupAsync(default)).AutoCreateSalesOrders);
    }

    [Fact]
    public async Task Quotes_and_stock_are_switched_on_whatever_becomes_of_orders()
    {
        await using var world = await SyncWorld.OpenAsync();
        await SetAsync(world, new SetupChange { AutoProcessQuotes = true, ItemAvailability = true });

        var after = await SetAsync(world, new SetupChange { ItemAvailability = false });

        Assert.Equal((true, false, false), (after.AutoProcessQuotes, after.ItemAvailability, after.AutoCreateSalesOrders));
        Assert.Equal(after, await world.Session.GetSetupAsync(default));
    }

    private static async Task<BcSyncSetup> SetAsync(SyncWorld world, SetupChange change) =>
        (await world.Session.SetSetupAsync(change, default)).Setup;
}
