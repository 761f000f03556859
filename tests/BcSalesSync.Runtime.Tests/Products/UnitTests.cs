using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Products;

public sealed class UnitTests
{
    private const string Mapping = "UNIT OF MEASURE";

    [Theory]
    [InlineData("KM")]
    [InlineData("BRONTOZAUR")]
    [InlineData("NAV")]
    [Trait("Scenario", "UOM-101")]
    public async Task A_unit_becomes_a_group_named_after_it_with_one_unit_of_its_own_name(string code)
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.AddUnitsAsync(code);

        var pair = await world.CreateInSalesAsync(Mapping, code);

        Assert.Equal($"NAV {code}", await pair.SalesAsync("name"));
        Assert.Equal(code, (string?)Assert.Single(await UnitsAsync(world, pair))["name"]);
    }

    [Fact]
    [Trait("Scenario", "CPL-155")]
    public async Task A_unit_that_is_asked_for_is_created_however_long_ago_it_was_changed()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.AddUnitsAsync("BOX");
        world.Clock.Advance(TimeSpan.FromHours(3));
        await world.RunAsync(Mapping);

        await world.CreateInSalesAsync(Mapping, "BOX");

        Assert.Equal(1, (await world.LastJobAsync(Mapping, SyncDirection.ToSales)).Inserted);
    }

    [Fact]
    public async Task A_group_that_has_the_name_already_is_taken()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.AddUnitsAsync("BOX");
        var group = await world.AddInSalesAsync(Mapping, new { name = "NAV BOX", baseuomname = "BOX" });

        var pair = await world.CreateInSalesAsync(Mapping, "BOX");

        Assert.Equal(group, pair.SalesId);
        Assert.Single(await world.Desk.RowsAsync("sales", "uomschedules"), row => (string?)row["name"] == "NAV BOX");
    }

    [Fact]
    public async Task The_unit_of_a_coupled_group_is_named_like_the_code()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.AddUnitsAsync("BOX");
        var group = await world.AddInSalesAsync(Mapping, new { name = "Boxes", baseuomname = "Box of six" });

        var pair = await world.PairAsync(Mapping, "BOX", group, SyncDirection.ToSales);

        Assert.Equal("NAV BOX", await pair.SalesAsync("name"));
        Assert.Equal("BOX", (string?)Assert.Single(await UnitsAsync(world, pair))["name"]);
    }

    [Fact]
    public async Task Nothing_is_written_to_a_group_out_of_use()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.AddUnitsAsync("BOX");
        var pair = await world.CreateInSalesAsync(Mapping, "BOX");
        await world.Desk.SilentlyAsync("sales", "uomschedules", new { uomscheduleid = pair.SalesId, statecode = 1, name = "Old boxes" });

        var result = Assert.Single(await world.SyncAsync(Mapping, SyncDirection.ToSales, new RecordSelector { BcNo = "BOX" }));

        Assert.Equal("BcSync.Unit.GroupInactive", result.Error!.ErrorId);
        Assert.Equal("Old boxes", await pair.SalesAsync("name"));
    }

    [Theory]
    [InlineData("SeveralUnits")]
    [InlineData("OtherName")]
    [InlineData("Quantity")]
    public async Task An_item_says_what_is_wrong_with_the_group_of_its_unit(string problem)
    {
        await using var world = await ProductSteps.OpenAsync();
        await world.AddItemAsync("1000");
        var group = await world.SalesIdAsync(Mapping, "name", "NAV PCS");
        var unit = Assert.Single(await world.Desk.RowsAsync("sales", "uoms"), row => row.Id("uomscheduleid") == group).Id("uomid");
        await world.Desk.SilentlyAsync("sales", "uoms", problem switch
        {
            "SeveralUnits" => new { name = "PAIR", quantity = 2m, _uomscheduleid_value = group },
            "OtherName" => new { uomid = unit, name = "Piece" },
            _ => new { uomid = unit, quantity = 3m },
        });

        var refused = await world.CoupleAsync("ITEM-PRODUCT", new RecordSelector { BcNo = "1000" }, createIn: SystemSide.Sales);

        Assert.Equal($"BcSync.Unit.{problem}", refused.Error!.ErrorId);
        Assert.NotEmpty(refused.Error.RecommendedAction);
    }

    private static async Task<IReadOnlyList<System.Text.Json.Nodes.JsonObject>> UnitsAsync(SyncWorld world, CoupledPair pair) =>
        [.. (await world.Desk.RowsAsync("sales", "uoms")).Where(row => row.Id("uomscheduleid") == pair.SalesId)];
}
