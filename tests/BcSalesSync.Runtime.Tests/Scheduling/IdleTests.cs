using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Scheduling;

/// <summary>An entry that finds nothing to do rests longer than one that does.</summary>
public sealed class IdleTests
{
    [Fact]
    [Trait("Scenario", "ENG-183")]
    public async Task An_entry_that_found_nothing_rests_until_its_idle_time_is_over()
    {
        await using var world = await OpenAsync();

        await world.RunScheduleAsync("ITEM-PRODUCT");

        var entry = await world.EntryAsync("ITEM-PRODUCT");
        Assert.Equal((ScheduleState.Inactive, SyncJobStatus.Success), (entry.State, entry.LastResult));
        Assert.Equal(world.Clock.GetUtcNow().AddMinutes(1440), entry.NextRun);
        world.Clock.Advance(TimeSpan.FromMinutes(1439));
        Assert.Empty(await world.DueAsync());
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["ITEM-PRODUCT"], await world.DueAsync());
    }

    [Fact]
    [Trait("Scenario", "ENG-183")]
    public async Task An_entry_without_idle_time_waits_to_be_started()
    {
        await using var world = await OpenAsync();
        await world.ChangeEntryAsync(new ScheduleChange { Name = "ITEM-PRODUCT", IdleMinutes = 0 });

        await world.RunScheduleAsync("ITEM-PRODUCT");

        var entry = await world.EntryAsync("ITEM-PRODUCT");
        Assert.Equal((ScheduleState.Inactive, null), (entry.State, entry.NextRun));
        world.Clock.Advance(TimeSpan.FromDays(6));
        Assert.Empty(await world.DueAsync());
        await world.AddItemAsync("BELL");
        Assert.NotEmpty(await world.RunScheduleAsync("ITEM-PRODUCT"));
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(0)]
    [Trait("Scenario", "ENG-183")]
    public async Task An_entry_that_changed_something_is_ready_for_its_next_run(int idle)
    {
        await using var world = await OpenAsync();
        await world.ChangeEntryAsync(new ScheduleChange { Name = "ITEM-PRODUCT", IdleMinutes = idle });
        await world.RunScheduleAsync("ITEM-PRODUCT");
        var item = (await world.Desk.RowsAsync("bc", "items")).Single(row => row["number"]!.ToString() == "BIKE");
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.Desk.BcAsync("items", new { id = item.Id("id"), displayName = "Red bike" });

        await world.RunScheduleAsync("ITEM-PRODUCT");

        var entry = await world.EntryAsync("ITEM-PRODUCT");
        Assert.Equal((ScheduleState.Ready, world.Clock.GetUtcNow().AddMinutes(30)), (entry.State, entry.NextRun));
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(0)]
    public async Task A_change_in_Business_Central_wakes_an_entry_that_rests_at_its_interval(int idle)
    {
        await using var world = await OpenAsync();
        await world.ChangeEntryAsync(new ScheduleChange { Name = "ITEM-PRODUCT", IdleMinutes = idle });
        await world.RunScheduleAsync("ITEM-PRODUCT");
        world.Clock.Advance(TimeSpan.FromMinutes(29));
        var item = (await world.Desk.RowsAsync("bc", "items")).Single(row => row["number"]!.ToString() == "BIKE");
        await world.Desk.BcAsync("items", new { id = item.Id("id"), displayName = "Red bike" });
        Assert.Empty(await world.DueAsync());
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        await world.RunScheduleAsync();

        Assert.Equal("Red bike", Assert.Single(await world.Desk.RowsAsync("sales", "products"))["name"]!.ToString());
    }

    [Fact]
    public async Task A_change_in_Sales_wakes_an_entry_that_rests_as_well()
    {
        await using var world = await OpenAsync();
        await world.RunScheduleAsync("ITEM-PRODUCT");
        world.Clock.Advance(TimeSpan.FromMinutes(30));
        var product = Assert.Single(await world.Desk.RowsAsync("sales", "products"));
        await world.Desk.SalesAsync("products", new { productid = product.Id("productid"), name = "Red bike" });

        Assert.Equal(["ITEM-PRODUCT"], await world.DueAsync());
    }

    [Fact]
    public async Task A_line_alone_wakes_the_orders_that_travel_both_ways()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine(2, 90m));
        await world.World.HoldAllButAsync("SALESORDER-ORDER");
        while ((await world.World.EntryAsync("SALESORDER-ORDER")).State is not ScheduleState.Inactive)
        {
            world.World.Clock.Advance(TimeSpan.FromMinutes(1));
            await world.World.RunScheduleAsync("SALESORDER-ORDER");
        }

        world.World.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Empty(await world.World.DueAsync());
        var line = Assert.Single(await order.BcLinesAsync());
        await world.Desk.SilentlyAsync("bc", "salesLines", new { id = line.Id("id"), description = "Red bike" });

        Assert.Equal(["SALESORDER-ORDER"], await world.World.DueAsync());
    }

    [Fact]
    public async Task Without_the_companion_app_what_was_read_already_wakes_nobody()
    {
        await using var world = await OpenAsync(tier: 0);
        await world.RunScheduleAsync("ITEM-PRODUCT");
        Assert.Equal(ScheduleState.Inactive, (await world.EntryAsync("ITEM-PRODUCT")).State);
        world.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Empty(await world.DueAsync());
        var item = (await world.Desk.RowsAsync("bc", "items")).Single(row => row["number"]!.ToString() == "BIKE");
        await world.Desk.BcAsync("items", new { id = item.Id("id"), displayName = "Red bike" });

        Assert.Equal(["ITEM-PRODUCT"], await world.DueAsync());
    }

    [Fact]
    public async Task Looking_after_items_that_rest_takes_a_request_for_each_system_and_one_for_the_set_up_once_an_interval()
    {
        await using var world = await OpenAsync();
        await world.RunScheduleAsync("ITEM-PRODUCT");
        world.Clock.Advance(TimeSpan.FromMinutes(30));
        await world.Desk.ResetRequestsAsync();

        Assert.Empty(await world.RunScheduleAsync());
        Assert.Empty(await world.RunScheduleAsync());

        Assert.Equal(
            [("bc", "capabilities", 1), ("bc", "salesSetup", 1), ("sales", "products", 1)],
            (await world.Desk.RequestsAsync()).Select(count => (count.System, count.Set, count.Requests)).Order());
    }

    [Fact]
    public async Task What_failed_and_is_due_again_wakes_its_entry()
    {
        await using var world = await OpenAsync();
        await world.ChangeEntryAsync(new ScheduleChange { Name = "ITEM-PRODUCT", IntervalMinutes = 1 });
        var item = (await world.Desk.RowsAsync("bc", "items")).Single(row => row["number"]!.ToString() == "BIKE");
        await world.Desk.BcAsync("items", new { id = item.Id("id"), displayName = "Red bike" });
        await world.Desk.FaultAsync(new { system = "sales", method = "PATCH", path = "products", status = 400, times = 1 });
        await world.RunScheduleAsync("ITEM-PRODUCT");
        while ((await world.EntryAsync("ITEM-PRODUCT")).State is not ScheduleState.Inactive)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(10));
            await world.RunScheduleAsync("ITEM-PRODUCT");
        }

        world.Clock.Advance(TimeSpan.FromHours(6));
        await world.RunScheduleAsync();

        Assert.Equal("Red bike", Assert.Single(await world.Desk.RowsAsync("sales", "products"))["name"]!.ToString());
    }

    [Fact]
    public async Task An_entry_that_failed_does_not_rest()
    {
        await using var world = await OpenAsync();
        await world.Desk.FaultAsync(new { system = "bc", status = 401 });

        await world.RunScheduleAsync("ITEM-PRODUCT");

        var entry = await world.EntryAsync("ITEM-PRODUCT");
        Assert.Equal((ScheduleState.Ready, SyncJobStatus.Error), (entry.State, entry.LastResult));
        Assert.Equal(world.Clock.GetUtcNow().AddMinutes(30), entry.NextRun);
    }

    private static async Task<SyncWorld> OpenAsync(int tier = 2)
    {
        var world = await ProductSteps.OpenAsync(tier);
        await world.AddItemAsync("BIKE");
        await world.CreateInSalesAsync("ITEM-PRODUCT", "BIKE");
        await world.HoldAllButAsync("ITEM-PRODUCT");
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.RunAsync("ITEM-PRODUCT");
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        return world;
    }
}
