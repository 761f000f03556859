using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Products;

public sealed class UnitGroupTests
{
    private static readonly string[] Units = ["UNIT GROUP", "ITEM UOM", "RESOURCE UOM"];

    [Fact]
    public async Task Turning_unit_groups_on_exchanges_the_mappings_of_units_and_their_couplings()
    {
        await using var world = await ProductSteps.OpenAsync();
        await world.AddItemAsync("1000");
        await world.CreateInSalesAsync("ITEM-PRODUCT", "1000");

        var effect = await world.Session.SetSetupAsync(new SetupChange { UnitGroupMapping = true }, default);

        Assert.Equal([.. Units, "ITEM-PRICE", "RESOURCE-PRICE"], effect.Added);
        Assert.Equal(["UNIT OF MEASURE", "ITEM-PRICE", "RESOURCE-PRICE"], effect.Removed);
        Assert.Equal(3, effect.CouplingsRemoved);
        Assert.Single(await world.Session.GetCouplingsAsync(new CouplingQuery { Mapping = "ITEM-PRODUCT" }, default).ToListAsync());
        var price = Assert.Single(await world.Session.GetTableMappingsAsync("ITEM-PRICE", default).ToListAsync());
        Assert.Equal("itemUnitsOfMeasure", price.BcTable);
        Assert.Equal(["ITEM-PRODUCT", "ITEM UOM"], price.DependsOn);
    }

    [Fact]
    [Trait("Scenario", "UOM-105")]
    public async Task The_unit_group_of_an_item_becomes_an_active_group_in_Sales()
    {
        await using var world = await ProductSteps.OpenWithUnitGroupsAsync();
        await world.AddItemAsync("1000");

        var outcome = await world.CoupleAsync("UNIT GROUP", new RecordSelector { BcNo = "ITEM 1000 UOM GR" }, createIn: SystemSide.Sales);

        var group = (await world.Desk.RowAsync("sales", "uomschedules", outcome.Value!.SalesId))!;
        Assert.Equal(("ITEM 1000 UOM GR", 0), ((string?)group["name"], group["statecode"]!.GetValue<int>()));
        Assert.Equal(1, (await world.LastJobAsync("UNIT GROUP", SyncDirection.ToSales)).Inserted);
    }

    [Fact]
    [Trait("Scenario", "UOM-109")]
    public async Task A_unit_of_an_item_becomes_a_unit_of_the_coupled_group()
    {
        await using var world = await ProductSteps.OpenWithUnitGroupsAsync();
        await world.AddItemAsync("1000");
        var group = await world.CoupleAsync("UNIT GROUP", new RecordSelector { BcNo = "ITEM 1000 UOM GR" }, createIn: SystemSide.Sales);

        var outcome = await world.CoupleAsync("ITEM UOM", new RecordSelector { BcNo = "PCS" }, createIn: SystemSide.Sales);

        Assert.Null(outcome.Error);
        var unit = (await world.Desk.RowAsync("sales", "uoms", outcome.Value!.SalesId))!;
        Assert.Equal(("PCS", group.Value!.SalesId, 1m), ((string?)unit["name"], unit.Id("uomscheduleid"), unit.Number("quantity")));
        Assert.Equal(1, (await world.LastJobAsync("ITEM UOM", SyncDirection.ToSales)).Inserted);
    }

    [Fact]
    public async Task A_unit_whose_group_is_not_coupled_names_the_coupling_that_is_missing()
    {
        await using var world = await ProductSteps.OpenWithUnitGroupsAsync();
        await world.AddItemAsync("1000");

        var refused = await world.CoupleAsync("ITEM UOM", new RecordSelector { BcNo = "PCS" }, createIn: SystemSide.Sales);

        Assert.Equal("BcSync.Record.DependencyMissing", refused.Error!.ErrorId);
        Assert.Contains("New-BcCoupling -Mapping 'UNIT GROUP' -BcId", refused.Error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_with_two_units_has_a_price_for_each_and_both_follow_the_price_of_the_item()
    {
        await using var world = await ProductSteps.OpenWithUnitGroupsAsync();
        await world.AddItemAsync("1000", 10m);
        await world.Desk.BcAsync("itemUnitsOfMeasure", new { itemNumber = "1000", code = "BOX", qtyPerUnitOfMeasure = 6m });
        await world.FullSyncAsync(FullSyncAction.FullSync, Units);

        var pair = await world.CreateInSalesAsync("ITEM-PRODUCT", "1000");

        Assert.Equal([10m, 60m], (await world.PricesAsync(pair.SalesId)).Select(line => line.Number("amount")).Order());
        await pair.EditBcAsync(("unitPrice", 11m));
        await world.RunAsync("ITEM-PRODUCT");
        await world.RunAsync("ITEM-PRICE");
        Assert.Equal([11m, 66m], (await world.PricesAsync(pair.SalesId)).Select(line => line.Number("amount")).Order());
    }

    [Fact]
    public async Task A_resource_is_sold_by_its_own_unit()
    {
        await using var world = await ProductSteps.OpenWithUnitGroupsAsync();
        await world.AddResourceAsync("LINA");
        await world.FullSyncAsync(FullSyncAction.FullSync, Units);

        var pair = await world.CreateInSalesAsync("RESOURCE-PRODUCT", "LINA");

        var product = await world.ProductAsync(pair.SalesId);
        var unit = (await world.Desk.RowAsync("sales", "uoms", product.Id("defaultuomid")!.Value))!;
        Assert.Equal(("PCS", product.Id("defaultuomscheduleid")), ((string?)unit["name"], unit.Id("uomscheduleid")));
        Assert.Equal(60m, Assert.Single(await world.PricesAsync(pair.SalesId)).Number("amount"));
    }
}
