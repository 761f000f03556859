using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders;

/// <summary>Units of the lines of orders where each item and resource has a unit group of its own.</summary>
public sealed class OrderUnitTests
{
    [Theory]
    [InlineData("BIKE")]
    [InlineData("FITTER")]
    public async Task A_line_is_sold_by_the_coupled_unit_of_what_it_sells(string number)
    {
        await using var world = await OrderWorld.OpenWithUnitGroupsAsync();
        await world.SubmitAsync(null, await LineAsync(world, number, "BOX"));

        Assert.Null(Assert.Single(await world.ImportAsync()).Error);

        Assert.Equal("BOX", Assert.Single(await world.BcLinesAsync(Assert.Single(await world.BcOrdersAsync())))["unitOfMeasureCode"]!.ToString());
    }

    [Theory]
    [InlineData("BIKE", "ITEM UOM")]
    [InlineData("FITTER", "RESOURCE UOM")]
    [Trait("DocumentError", "O-12")]
    public async Task A_unit_that_is_not_coupled_keeps_the_order_out_and_names_its_mapping(string number, string mapping)
    {
        await using var world = await OrderWorld.OpenWithUnitGroupsAsync();
        var id = await world.SubmitAsync(null, await LineAsync(world, number, "BOX"));
        await world.World.UncoupleAsync([.. await CouplingsAsync(world, mapping, number)]);

        var error = await RefusedAsync(world, id);

        Assert.Equal(("BcSync.Order.UnitNotCoupled", FailureClass.DependencyMissing), (error.ErrorId, error.Class));
        Assert.Contains("Unit BOX", error.Message, StringComparison.Ordinal);
        Assert.Contains($"-Mapping '{mapping}'", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BIKE", "ITEM UOM", "itemUnitsOfMeasure")]
    [InlineData("FITTER", "RESOURCE UOM", "resourceUnitsOfMeasure")]
    [Trait("DocumentError", "O-13")]
    [Trait("DocumentError", "O-14")]
    public async Task A_unit_that_was_deleted_in_Business_Central_keeps_the_order_out(string number, string mapping, string set)
    {
        await using var world = await OrderWorld.OpenWithUnitGroupsAsync();
        var id = await world.SubmitAsync(null, await LineAsync(world, number, "BOX"));
        await world.Desk.DeleteAsync("bc", set, Assert.Single(await CouplingsAsync(world, mapping, number)).BcId);

        var error = await RefusedAsync(world, id);

        Assert.Equal(("BcSync.Order.UnitGone", FailureClass.Data), (error.ErrorId, error.Class));
        Assert.Contains("BOX", error.Message, StringComparison.Ordinal);
        Assert.Contains($"-Mapping '{mapping}' -Broken", error.RecommendedAction, StringComparison.Ordinal);
    }

    private static async Task<Dictionary<string, object?>> LineAsync(OrderWorld world, string number, string unit)
    {
        var product = number == "BIKE" ? world.Bike.SalesId : world.Fitter!.SalesId;
        var group = (await world.World.ProductAsync(product)).Id("defaultuomscheduleid");
        var row = Assert.Single(await world.Desk.RowsAsync("sales", "uoms"), row => row.Id("uomscheduleid") == group && row["name"]!.ToString() == unit);
        return world.BikeLine(2, 600m, ("productid", product), ("uomid", row.Id("uomid")));
    }

    // The boxes of an item or resource.
    private static async Task<IReadOnlyList<BcCoupling>> CouplingsAsync(OrderWorld world, string mapping, string number)
    {
        var boxes = (await world.Desk.RowsAsync("bc", mapping == "ITEM UOM" ? "itemUnitsOfMeasure" : "resourceUnitsOfMeasure"))
            .Where(row => row["code"]!.ToString() == "BOX" && (row["itemNumber"] ?? row["resourceNumber"])!.ToString() == number)
            .Select(row => row.Id("id")).ToHashSet();
        return [.. (await world.World.CouplingsAsync(mapping)).Where(coupling => boxes.Contains(coupling.BcId))];
    }

    private static async Task<BcSyncError> RefusedAsync(OrderWorld world, Guid id)
    {
        var result = Assert.Single(await world.ImportAsync());
        Assert.Contains(result.Number!, result.Error!.Message, StringComparison.Ordinal);
        await world.AssertNothingWrittenAsync(id);
        return result.Error;
    }
}
