using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders.TwoWay;

/// <summary>What turning two-way orders on and off does to mappings, jobs and couplings.</summary>
public sealed class TwoWaySwitchTests
{
    private const string Orders = "SALESORDER-ORDER";
    private const string Lines = "SOLINE-ORDERDETAIL";

    [Fact]
    public async Task Turning_it_on_makes_the_order_mapping_anew_adds_the_lines_and_changes_the_jobs()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.World.Session.SetSetupAsync(new SetupChange { AutoCreateSalesOrders = true }, default);

        var effect = await world.World.Session.SetSetupAsync(new SetupChange { SalesOrderIntegration = SalesOrderIntegration.TwoWay }, default);

        Assert.Equal([Orders, Lines], effect.Added.Order());
        Assert.Equal([Orders], effect.Removed);
        Assert.Equal(SyncDirection.Both, (await MappingAsync(world, Orders)).Direction);
        Assert.NotNull(await world.World.FindEntryAsync("ARCHIVED-ORDERS"));
        Assert.NotNull(await world.World.FindEntryAsync("ORDER-STATUS"));
        Assert.NotNull(await MappingAsync(world, "ORDER-NOTES"));
        Assert.Null(await world.World.FindEntryAsync("CREATE-ORDERS"));
        Assert.Null(await world.World.FindEntryAsync(Lines));
        Assert.Equal(30, (await world.World.EntryAsync("ARCHIVED-ORDERS")).IntervalMinutes);
    }

    [Fact]
    public async Task Orders_that_were_taken_over_one_way_stay_coupled_and_find_their_lines()
    {
        await using var world = await OrderWorld.OpenAsync();
        var id = await world.SubmitAsync(null, world.BikeLine(2, 90m), world.FitterLine());
        await world.ImportAsync();
        var bc = Assert.Single(await world.BcOrdersAsync());
        await world.World.Session.SetSetupAsync(new SetupChange { SalesOrderIntegration = SalesOrderIntegration.TwoWay }, default);
        await world.HappensAsync("releaseOrder", ("no", bc["number"]!.ToString()));
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));

        var results = await world.World.RunAsync(Orders);

        Assert.All(results, result => Assert.True(result.Error is null, result.Error?.Message));
        Assert.Single(await world.World.CouplingsAsync(Orders));
        Assert.Equal(2, (await world.World.CouplingsAsync(Lines)).Count);
        Assert.Equal(2, (await world.BcLinesAsync(bc)).Count);
        Assert.Equal(2, (await world.Desk.RowsAsync("sales", "salesorderdetails")).Count(line => line.Id("salesorderid") == id));
    }

    [Theory]
    [InlineData(SyncDirection.ToSales, "Warehouse")]
    [InlineData(SyncDirection.ToBusinessCentral, "Boat house")]
    public async Task What_differs_since_before_is_settled_by_the_direction_that_is_named(SyncDirection direction, string settled)
    {
        await using var world = await OrderWorld.OpenAsync();
        var id = await world.SubmitAsync([("shipto_name", "Boat house")], world.BikeLine());
        await world.ImportAsync();
        var bc = Assert.Single(await world.BcOrdersAsync());
        await world.Desk.BcAsync("salesHeaders", new { id = bc.Id("id"), shipToName = "Warehouse" });
        await world.World.Session.SetSetupAsync(new SetupChange { SalesOrderIntegration = SalesOrderIntegration.TwoWay }, default);
        Assert.Contains(await RunAsync(world), result => result.Action is SyncAction.Conflict);
        var order = new RecordSelector { BcId = bc.Id("id"), SalesId = id };

        if (direction is SyncDirection.ToSales)
        {
            var waiting = Assert.Single(await world.World.SyncAsync(Orders, direction, order));
            Assert.Equal((SyncAction.Skipped, null), (waiting.Action, waiting.Error));
            Assert.Contains("Release it there", waiting.Reason, StringComparison.Ordinal);
            Assert.Contains("-Direction ToBusinessCentral", waiting.Reason, StringComparison.Ordinal);
            await world.HappensAsync("releaseOrder", ("no", bc["number"]!.ToString()));
        }

        Assert.Contains(await world.World.SyncAsync(Orders, direction, order), result => result is { Action: SyncAction.Updated, Error: null });

        Assert.All(await RunAsync(world), result => Assert.True(result.Error is null, result.Error?.Message));
        Assert.Equal(settled, (await world.SalesOrderAsync(id))["shipto_name"]?.ToString());
        Assert.Equal(settled, Assert.Single(await world.BcOrdersAsync())["shipToName"]?.ToString());
    }

    [Fact]
    public async Task Turning_it_back_to_one_way_keeps_the_orders_coupled_and_lets_their_lines_go()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine());

        var effect = await world.World.Session.SetSetupAsync(new SetupChange { SalesOrderIntegration = SalesOrderIntegration.OneWay }, default);

        Assert.Equal(1, effect.CouplingsRemoved);
        Assert.Single(await world.World.CouplingsAsync(Orders));
        Assert.Equal(SyncDirection.ToSales, (await MappingAsync(world, Orders)).Direction);
        Assert.Null(await world.World.FindEntryAsync("ARCHIVED-ORDERS"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_admin_is_told_to_turn_on_the_archive_of_orders_where_it_is_off(bool isOn)
    {
        await using var world = await OrderWorld.OpenAsync();
        var setup = Assert.Single(await world.Desk.RowsAsync("bc", "salesSetup"));
        await world.Desk.SilentlyAsync("bc", "salesSetup", new { id = setup.Id("id"), archiveOrders = isOn });

        var effect = await world.World.Session.SetSetupAsync(new SetupChange { SalesOrderIntegration = SalesOrderIntegration.TwoWay }, default);

        Assert.Equal(isOn ? 0 : 1, effect.NextSteps.Count(step => step.Contains("Archive Orders", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_the_companion_app_it_is_refused_in_plain_words()
    {
        await using var world = await OrderWorld.OpenAsync(tier: 0);

        var refused = await MappingSteps.RefusedAsync(
            () => world.World.Session.SetSetupAsync(new SetupChange { SalesOrderIntegration = SalesOrderIntegration.TwoWay }, default));

        Assert.Equal("BcSync.Setup.TwoWayNeedsCompanion", refused.ErrorId);
        Assert.Contains("companion app", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_are_not_synchronised_on_their_own()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();

        var refused = await MappingSteps.RefusedAsync(() => world.World.RunAsync(Lines));

        Assert.Equal("BcSync.Mapping.TravelsAlong", refused.ErrorId);
        Assert.Contains("Invoke-BcSyncNow -Mapping SALESORDER-ORDER", refused.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submitted_orders_are_created_by_themselves_once_not_only_coupled_ones_travel()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        await world.SubmitAsync(null, world.BikeLine());
        Assert.Empty(await world.World.RunAsync(Orders));
        await world.World.ChangeAsync(new TableMappingChange { Name = Orders, SyncOnlyCoupled = false });

        await world.World.RunScheduleAsync("CREATE-ORDERS");

        Assert.Single(await world.BcOrdersAsync());
        Assert.Single(await world.World.CouplingsAsync(Lines));
    }

    [Fact]
    public async Task Removing_the_coupling_of_an_order_removes_those_of_its_lines()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(), world.FitterLine());
        var other = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine());

        await world.World.UncoupleAsync(Assert.Single(await world.World.CouplingsAsync(Orders), coupling => coupling.BcId == order.BcId));

        Assert.Equal(other.BcId, Assert.Single(await world.World.CouplingsAsync(Orders)).BcId);
        Assert.Single(await order.LineCouplingsAsync());
        Assert.Equal(2, (await order.BcLinesAsync()).Count);
    }

    [Fact]
    [Trait("DocumentQuirk", "13")]
    public async Task Posts_of_orders_that_travel_both_ways_reach_their_timelines_each_once()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine());
        await world.FollowAsync();
        await world.HappensAsync("postOrder", ("no", order.Number), ("ship", true), ("invoice", true));

        await world.World.RunScheduleAsync("ARCHIVED-ORDERS");
        await world.FollowAsync();

        Assert.Equal(3, (await world.PostsAsync(order.SalesId)).Count);
    }

    private static Task<List<BcSyncResult>> RunAsync(OrderWorld world)
    {
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        return world.World.RunAsync(Orders);
    }

    private static async Task<BcTableMapping> MappingAsync(OrderWorld world, string name) =>
        await world.World.Session.GetTableMappingsAsync(name, default).SingleAsync();
}
