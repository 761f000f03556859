using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Availability;

/// <summary>Stock that moved reaches the products in Sales.</summary>
public sealed class ItemAvailabilityTests
{
    private const string Job = "ITEM-AVAILABILITY";

    [Fact]
    [Trait("Scenario", "AVL-103")]
    public async Task Only_coupled_items_that_moved_are_sent_and_only_once()
    {
        await using var world = await OpenAsync();
        await world.World.AddItemAsync("CAR");
        var bell = await world.World.CreateInSalesAsync("ITEM-PRODUCT", await AddAsync(world, "BELL"));
        var skipped = await world.World.CreateInSalesAsync("ITEM-PRODUCT", await AddAsync(world, "HORN"));
        await SkipAsync(world, skipped);
        await RunJobAsync(world);
        foreach (var item in new[] { "BIKE", "HORN", "CAR" })
            await MoveAsync(world, item, 5);

        var job = Assert.Single(await RunJobAsync(world));

        Assert.Equal(("ITEM-PRODUCT", 1, 0), (job.Mapping, job.Modified, job.Failed));
        Assert.Equal(5m, await StockAsync(world, world.Bike));
        Assert.All([await StockAsync(world, bell), await StockAsync(world, skipped)], stock => Assert.Equal(0m, stock ?? 0m));
        Assert.All(await RunJobAsync(world), again => Assert.Equal((0, 0), (again.Modified, again.Failed)));
    }

    [Fact]
    public async Task Stock_below_zero_shows_as_none()
    {
        await using var world = await OpenAsync();
        await MoveAsync(world, "BIKE", 3);
        await world.Documents.UpdateAvailabilityAsync(new AvailabilityRequest(), world.World.Observer, default).CountAsync();
        Assert.Equal(3m, await StockAsync(world, world.Bike));
        await MoveAsync(world, "BIKE", -8);

        var result = Assert.Single(await world.Documents.UpdateAvailabilityAsync(new AvailabilityRequest(), world.World.Observer, default).ToListAsync());

        Assert.Equal((SyncAction.Updated, null), (result.Action, result.Error));
        Assert.Equal(0m, await StockAsync(world, world.Bike));
    }

    [Fact]
    public async Task Items_that_are_named_are_sent_whether_they_moved_or_not()
    {
        await using var world = await OpenAsync();
        await MoveAsync(world, "BIKE", 5);
        var request = new AvailabilityRequest { BcNos = ["bike"] };

        Assert.Equal(SyncAction.Updated, Assert.Single(await world.Documents.UpdateAvailabilityAsync(request, world.World.Observer, default).ToListAsync()).Action);
        Assert.Equal(SyncAction.Unchanged, Assert.Single(await world.Documents.UpdateAvailabilityAsync(request, world.World.Observer, default).ToListAsync()).Action);

        Assert.Equal(5m, await StockAsync(world, world.Bike));
    }

    [Fact]
    public async Task Items_that_are_named_and_not_coupled_are_named_in_a_warning()
    {
        await using var world = await OpenAsync();
        await world.World.AddItemAsync("CAR");

        Assert.Empty(await world.Documents
            .UpdateAvailabilityAsync(new AvailabilityRequest { BcNos = ["CAR"] }, world.World.Observer, default).ToListAsync());

        Assert.Contains(world.World.Observer.Warnings, warning => warning.Contains("CAR", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_item_that_is_not_there_is_an_error_of_its_own_and_the_others_are_sent()
    {
        await using var world = await OpenAsync();
        await MoveAsync(world, "BIKE", 5);
        var request = new AvailabilityRequest { BcNos = ["NOPE", "BIKE"] };

        var results = await world.Documents.UpdateAvailabilityAsync(request, world.World.Observer, default).ToListAsync();

        Assert.Equal([("BIKE", SyncAction.Updated), ("NOPE", SyncAction.Failed)], results.Select(result => (result.BcNo, result.Action)));
        Assert.Equal(("BcSync.Item.NotFound", "NOPE"), (results[1].Error!.ErrorId, results[1].Error!.BcNo));
    }

    [Fact]
    [Trait("Scenario", "AVL-105")]
    public async Task Movements_that_could_not_be_sent_are_sent_with_the_next_run()
    {
        await using var world = await OpenAsync();
        await RunJobAsync(world);
        await MoveAsync(world, "BIKE", 5);
        await world.Desk.FaultAsync(new { system = "sales", path = "products", status = 401 });

        Assert.Contains(await RunJobAsync(world), job => job.Status is SyncJobStatus.Error);
        await world.Desk.ClearFaultsAsync();
        await RunJobAsync(world);

        Assert.Equal(5m, await StockAsync(world, world.Bike));
    }

    [Fact]
    public async Task Movements_of_an_item_that_Sales_refused_are_not_forgotten()
    {
        await using var world = await OpenAsync();
        await RunJobAsync(world);
        await MoveAsync(world, "BIKE", 5);
        await world.Desk.FaultAsync(new
        {
            system = "sales", set = "products", rowMatch = new { productnumber = "BIKE" }, status = 400, code = "0x80040203", message = "Not today.",
        });
        await RunJobAsync(world);
        await world.Desk.ClearFaultsAsync();

        await world.World.RunAsync("ITEM-PRODUCT", SyncDirection.ToSales);

        Assert.Equal(5m, await StockAsync(world, world.Bike));
    }

    [Fact]
    public async Task Without_the_companion_app_stock_is_sent_too()
    {
        await using var world = await OpenAsync(tier: 0);
        await MoveAsync(world, "BIKE", 5);

        await RunJobAsync(world);

        Assert.Equal(5m, await StockAsync(world, world.Bike));
    }

    private static async Task<OrderWorld> OpenAsync(int tier = 2)
    {
        var world = await OrderWorld.OpenAsync(tier);
        await world.World.Session.SetSetupAsync(new SetupChange { ItemAvailability = true }, default);
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        return world;
    }

    private static async Task<string> AddAsync(OrderWorld world, string number)
    {
        await world.World.AddItemAsync(number);
        return number;
    }

    private static Task MoveAsync(OrderWorld world, string item, decimal quantity)
    {
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        return world.World.Session.RaiseSandboxEventAsync(
            "adjustInventory", new Dictionary<string, object?> { ["itemNo"] = item, ["quantity"] = quantity }, default);
    }

    private static async Task<decimal?> StockAsync(OrderWorld world, CoupledPair item) =>
        (await world.World.ProductAsync(item.SalesId)).Number("quantityonhand");

    private static Task<List<BcSyncJob>> RunJobAsync(OrderWorld world)
    {
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        return world.World.Session.Schedule.RunAsync(new ScheduleRequest { Names = [Job] }, world.World.Observer, default).ToListAsync().AsTask();
    }

    private static async Task SkipAsync(OrderWorld world, CoupledPair item)
    {
        await world.Desk.FaultAsync(new
        {
            system = "sales", set = "products", rowMatch = new { productid = item.SalesId }, status = 400, code = "0x80040203", message = "Not today.",
        });
        await item.EditBcAsync(("displayName", "Horn, loud"));
        await item.SyncAsync(SyncDirection.ToSales);
        await item.SyncAsync(SyncDirection.ToSales);
        await world.Desk.ClearFaultsAsync();
        Assert.True((await item.CouplingAsync()).Skipped);
    }
}
