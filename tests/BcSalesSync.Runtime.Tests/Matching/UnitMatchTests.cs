using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Matching;

/// <summary>Units of measure and prices, which are only alike within what they belong to.</summary>
public sealed class UnitMatchTests
{
    [Theory]
    [InlineData("ITEM UOM")]
    [InlineData("RESOURCE UOM")]
    public async Task A_unit_is_matched_within_the_unit_group_of_its_own_product(string mapping)
    {
        await using var world = await ProductSteps.OpenWithUnitGroupsAsync();
        await AddProductsAsync(world, mapping);
        await world.FullSyncAsync(FullSyncAction.FullSync, "UNIT GROUP");
        foreach (var unit in await world.Desk.RowsAsync("sales", "uoms"))
            await world.Desk.SalesAsync("uoms", new { uomid = unit["uomid"], name = "PCS" });

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.Couple, mapping));

        Assert.Equal((FullSyncStatus.Finished, 2, 0, 0), (line.Status, line.Coupled, line.Inserted, line.Failed));
        var groups = (await world.CouplingsAsync("UNIT GROUP")).ToDictionary(coupling => coupling.BcId, coupling => coupling.SalesId);
        foreach (var coupling in await world.CouplingsAsync(mapping))
        {
            var unit = (await world.Desk.RowAsync("bc", mapping == "ITEM UOM" ? "itemUnitsOfMeasure" : "resourceUnitsOfMeasure", coupling.BcId))!;
            Assert.Equal(groups[unit.Id("unitGroupId")!.Value], (await world.Desk.RowAsync("sales", "uoms", coupling.SalesId))!.Id("uomscheduleid"));
        }
    }

    [Fact]
    public async Task A_unit_whose_group_is_not_coupled_is_not_matched_with_the_unit_of_another()
    {
        await using var world = await ProductSteps.OpenWithUnitGroupsAsync();
        await AddProductsAsync(world, "ITEM UOM");
        await world.CreatedAsync("UNIT GROUP", new RecordSelector { BcNo = "ITEM 1000 UOM GR" }, SystemSide.Sales);
        foreach (var unit in await world.Desk.RowsAsync("sales", "uoms"))
            await world.Desk.SalesAsync("uoms", new { uomid = unit["uomid"], name = "PCS" });

        var outcomes = (await world.FindAsync(new MatchRequest { Mapping = "ITEM UOM" })).Select(match => match.Outcome.ToString());

        Assert.Equal(["Matched", "NoMatch"], outcomes.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Prices_of_a_list_are_matched_by_item_or_resource_by_unit_and_by_list(bool unitGroups)
    {
        await using var world = await PriceSteps.OpenAsync(extendedPricing: true, unitGroups);
        foreach (var code in new[] { "PL1", "PL2" })
        {
            await world.AddListAsync(code, "Draft", lines: [("1000", 3900m), ("1896-S", 990m)]);
            await world.Desk.BcAsync("priceListLines", new { priceListCode = code, assetType = "Resource", assetNumber = "LINA", unitPrice = 60m });
            var list = await world.Desk.FindAsync("bc", "priceListHeaders", "code", code);
            await world.Desk.BcAsync("priceListHeaders", new { id = list["id"], status = "Active" });
            await world.CreateInSalesAsync(PriceSteps.Lists, code);
        }

        var before = await PairsAsync(world);
        Assert.Equal(6, before.Length);
        await world.UncoupleAsync(await world.CouplingsAsync(PriceSteps.Lines));

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.Couple, PriceSteps.Lines));

        Assert.Equal((FullSyncStatus.Finished, 6), (line.Status, line.Coupled));
        Assert.Equal(before, await PairsAsync(world));
    }

    [Fact]
    public async Task Two_prices_of_one_item_are_told_apart_by_their_units()
    {
        await using var world = await PriceSteps.OpenAsync(extendedPricing: true, unitGroups: true);
        await world.Desk.BcAsync("unitsOfMeasure", new { code = "CRATE", displayName = "Crate" });
        await world.Desk.BcAsync("itemUnitsOfMeasure", new { itemNumber = "1000", code = "CRATE", qtyPerUnitOfMeasure = 6m });
        await world.FullSyncAsync(FullSyncAction.FullSync, "ITEM UOM");
        var list = await world.AddListAsync("PL1", "Draft", lines: [("1000", 3900m)]);
        await world.Desk.BcAsync(
            "priceListLines", new { priceListCode = "PL1", assetType = "Item", assetNumber = "1000", unitOfMeasureCode = "CRATE", unitPrice = 20000m });
        await world.Desk.BcAsync("priceListHeaders", new { id = list["id"], status = "Active" });
        await world.CreateInSalesAsync(PriceSteps.Lists, "PL1");
        var before = await PairsAsync(world);
        await world.UncoupleAsync(await world.CouplingsAsync(PriceSteps.Lines));

        await world.FullSyncAsync(FullSyncAction.Couple, PriceSteps.Lines);

        Assert.Equal(2, before.Length);
        Assert.Equal(before, await PairsAsync(world));
    }

    private static async Task AddProductsAsync(SyncWorld world, string mapping)
    {
        foreach (var number in new[] { "1000", "1001" })
        {
            if (mapping == "ITEM UOM")
                await world.AddItemAsync(number);
            else
                await world.AddResourceAsync(number);
        }
    }

    private static async Task<string[]> PairsAsync(SyncWorld world) =>
        [.. (await world.CouplingsAsync(PriceSteps.Lines)).Select(coupling => $"{coupling.BcId} {coupling.SalesId}").Order(StringComparer.Ordinal)];
}
