using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders;

/// <summary>Products, written-in ones, and what the seller wrote about them.</summary>
public sealed class OrderLineTests
{
    private static readonly string Long = string.Concat(new string('a', 100), new string('b', 100), new string('c', 50));

    [Theory]
    [InlineData(WriteInProductType.Item, "Item")]
    [InlineData(WriteInProductType.Resource, "Resource")]
    [Trait("Scenario", "ORD-116")]
    public async Task A_written_in_line_is_sold_as_what_is_set_up_for_it(WriteInProductType type, string lineType)
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.SetWriteInAsync(type);
        await world.SubmitAsync(null, OrderWorld.WriteIn("Engraving", 2, 12m));

        Assert.Null(Assert.Single(await world.ImportAsync()).Error);

        var line = Assert.Single(await world.BcLinesAsync(Assert.Single(await world.BcOrdersAsync())));
        Assert.Equal(
            (lineType, "WRITEIN", "Engraving", 24m),
            (line["lineType"]!.ToString(), line["lineObjectNumber"]!.ToString(), line["description"]!.ToString(), line.Number("amountExcludingTax")));
    }

    [Fact]
    [Trait("Scenario", "ORD-119")]
    public async Task A_long_text_about_a_product_stands_below_it_in_pieces()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.SubmitAsync(null, world.BikeLine(1, 100m, ("description", Long)));

        Assert.Null(Assert.Single(await world.ImportAsync()).Error);

        Assert.Equal(["Item BIKE", Long[..100], Long[100..200], Long[200..]], await TextsAsync(world));
    }

    [Fact]
    [Trait("Scenario", "ORD-119")]
    public async Task Text_lines_belong_to_the_line_they_stand_below()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.SubmitAsync(null, world.BikeLine(), world.BikeLine(1, 100m, ("description", "Red")));

        Assert.Null(Assert.Single(await world.ImportAsync()).Error);

        var lines = await world.BcLinesAsync(Assert.Single(await world.BcOrdersAsync()));
        Assert.Equal((30000, 20000), (lines[^1]["sequence"]!.GetValue<int>(), lines[^1]["attachedToLineNumber"]!.GetValue<int>()));
    }

    [Fact]
    [Trait("Scenario", "ORD-119")]
    public async Task Every_line_of_a_text_is_one_of_its_own_and_empty_ones_are_left_out()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.SubmitAsync(null, world.BikeLine(1, 100m, ("description", "Red\n\nWith bell")));

        Assert.Null(Assert.Single(await world.ImportAsync()).Error);

        Assert.Equal(["Item BIKE", "Red", "With bell"], await TextsAsync(world));
    }

    [Fact]
    [Trait("Scenario", "ORD-119")]
    public async Task A_text_that_says_what_the_item_says_is_not_repeated()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.SubmitAsync(null, world.BikeLine(1, 100m, ("description", "Item BIKE\nRed")));

        Assert.Null(Assert.Single(await world.ImportAsync()).Error);

        Assert.Equal(["Item BIKE"], await TextsAsync(world));
    }

    [Fact]
    [Trait("Scenario", "ORD-119")]
    public async Task A_long_text_of_a_written_in_line_begins_on_the_line_itself()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.SetWriteInAsync(WriteInProductType.Item);
        await world.SubmitAsync(null, OrderWorld.WriteIn(Long));

        Assert.Null(Assert.Single(await world.ImportAsync()).Error);

        Assert.Equal([Long[..100], Long[100..200], Long[200..]], await TextsAsync(world));
    }

    [Fact]
    public async Task A_service_is_sold_as_its_resource()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.SubmitAsync(null, world.FitterLine());

        Assert.Null(Assert.Single(await world.ImportAsync()).Error);

        var line = Assert.Single(await world.BcLinesAsync(Assert.Single(await world.BcOrdersAsync())));
        Assert.Equal(("Resource", "FITTER"), (line["lineType"]!.ToString(), line["lineObjectNumber"]!.ToString()));
    }

    private static async Task<IEnumerable<string>> TextsAsync(OrderWorld world) =>
        (await world.BcLinesAsync(Assert.Single(await world.BcOrdersAsync()))).Select(line => line["description"]!.ToString());
}
