using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders.TwoWay;

/// <summary>Units of the lines that go from Business Central to Sales.</summary>
public sealed class TwoWayUnitTests
{
    private const string Mapping = "SALESORDER-ORDER";

    [Fact]
    [Trait("DocumentError", "O-25")]
    public async Task A_unit_of_measure_that_is_not_coupled_keeps_the_changes_back()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        await world.World.AddUnitsAsync("PALLET");
        await world.Desk.BcAsync("itemUnitsOfMeasure", new { itemNumber = "BIKE", code = "PALLET", qtyPerUnitOfMeasure = 40m });
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine());
        await order.ReviseAsync(() => AddAsync(order, "Item", "BIKE", "PALLET"));

        var error = await RefusedAsync(order);

        Assert.Equal(("BcSync.Record.DependencyMissing", FailureClass.DependencyMissing), (error.ErrorId, error.Class));
        Assert.Contains("unitOfMeasureCode refers to 'PALLET'", error.Message, StringComparison.Ordinal);
        Assert.Contains("New-BcCoupling -Mapping 'UNIT OF MEASURE' -BcNo 'PALLET'", error.RecommendedAction, StringComparison.Ordinal);
        var pallet = (await order.BcLinesAsync())[^1].Id("id");
        await order.ReviseAsync(() => world.Desk.BcAsync("salesLines", new { id = pallet, unitOfMeasureCode = "PCS" }));
        await order.SyncAsync();
        Assert.Equal(2, (await order.DetailsAsync()).Count);
    }

    [Theory]
    [InlineData("Item", "BIKE", "ITEM UOM", "itemUnitsOfMeasure")]
    [InlineData("Resource", "FITTER", "RESOURCE UOM", "resourceUnitsOfMeasure")]
    [Trait("DocumentError", "O-26")]
    [Trait("DocumentError", "O-27")]
    public async Task A_unit_of_an_item_or_resource_that_is_not_coupled_keeps_the_changes_back_until_it_is(
        string type, string no, string mapping, string set)
    {
        await using var world = await OrderWorld.OpenWithUnitGroupsAsync();
        await world.World.Session.SetSetupAsync(new SetupChange { SalesOrderIntegration = SalesOrderIntegration.TwoWay }, default);
        var box = Assert.Single(
            await world.Desk.RowsAsync("bc", set),
            row => row["code"]!.ToString() == "BOX" && (row["itemNumber"] ?? row["resourceNumber"])!.ToString() == no).Id("id")!.Value;
        var order = await TwoWayOrder.TakeOverAsync(world, null, world.BikeLine());
        await world.World.UncoupleAsync((await world.World.CouplingAsync(mapping, box))!);
        await order.ReviseAsync(() => AddAsync(order, type, no, "BOX"));

        var error = await RefusedAsync(order);

        Assert.Equal(("BcSync.Order.UnitNotCoupled", FailureClass.DependencyMissing), (error.ErrorId, error.Class));
        Assert.Contains($"{type} unit BOX of {no}", error.Message, StringComparison.Ordinal);
        Assert.Contains($"New-BcCoupling -Mapping '{mapping}' -BcId {box} -CreateIn Sales", error.RecommendedAction, StringComparison.Ordinal);
        await world.World.CreatedAsync(mapping, new RecordSelector { BcId = box }, SystemSide.Sales);
        await order.SyncAsync();
        Assert.Equal(2, (await order.DetailsAsync()).Count);
    }

    private static Task AddAsync(TwoWayOrder order, string type, string no, string unit) => order.World.Desk.BcAsync("salesLines", new
    {
        documentId = order.BcId, lineType = type, lineObjectNumber = no, unitOfMeasureCode = unit, quantity = 1m, unitPrice = 80m,
    });

    // The order is named, and Sales keeps the line it has.
    private static async Task<BcSyncError> RefusedAsync(TwoWayOrder order)
    {
        order.World.World.Clock.Advance(TimeSpan.FromMinutes(1));
        var error = Assert.Single(await order.World.World.RunAsync(Mapping, SyncDirection.ToSales)).Error!;
        Assert.Contains(order.Number, $"{error.BcNo} {error.Message}", StringComparison.Ordinal);
        Assert.Single(await order.DetailsAsync());
        Assert.Equal(1, (await order.SalesAsync())["statecode"]!.GetValue<int>());
        return error;
    }
}
