using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Repair;

/// <summary>Which survivors may be deleted, and as what they were seen.</summary>
public sealed class DeletableTests
{
    [Theory]
    [InlineData(SyncDirection.ToSales, false, "BcSync.Coupling.NotDeletable")]
    [InlineData(SyncDirection.ToSales, true, null)]
    [InlineData(SyncDirection.ToBusinessCentral, true, "BcSync.Coupling.NotDeletable")]
    [InlineData(SyncDirection.Both, false, null)]
    public async Task A_record_is_deleted_only_on_a_side_to_which_its_mapping_writes(SyncDirection direction, bool goneInBc, string? refusal)
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await (goneInBc ? pair.DeleteInBcAsync() : pair.DeleteInSalesAsync());
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", Direction = direction });

        var repair = Assert.Single(await world.PlanRepairsAsync(CouplingRepair.DeleteRecord));
        var repaired = await world.RepairAsync([repair]);

        Assert.Equal(refusal, repair.Error?.ErrorId);
        Assert.Equal(refusal is null ? 1 : 0, repaired.Count);
        Assert.Equal(refusal is null, await pair.BcAsync("displayName") is null && await pair.SalesAsync("name") is null);
        Assert.Equal(refusal is null, await pair.FindCouplingAsync() is null);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Neither_an_item_nor_its_price_is_deleted_because_the_other_was(bool inBc)
    {
        await using var world = await ProductSteps.OpenAsync();
        await world.AddItemAsync("1000");
        await world.CreateInSalesAsync("ITEM-PRODUCT", "1000");
        var price = Assert.Single(await world.CouplingsAsync("ITEM-PRICE"));
        await (inBc ? world.Desk.DeleteAsync("bc", "items", price.BcId) : world.Desk.DeleteAsync("sales", "productpricelevels", price.SalesId));

        var repair = Assert.Single(await world.PlanRepairsAsync(CouplingRepair.DeleteRecord, "ITEM-PRICE"));
        await world.RepairAsync([repair]);

        Assert.Equal("BcSync.Coupling.NotDeletable", repair.Error?.ErrorId);
        Assert.Contains("-Resolution RemoveCoupling or RestoreRecord", repair.Error!.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(!inBc, await world.Desk.RowAsync("bc", "items", price.BcId) is not null);
        Assert.Equal(inBc, await world.Desk.RowAsync("sales", "productpricelevels", price.SalesId) is not null);
    }

    [Fact]
    public async Task What_was_refused_when_it_was_planned_is_refused_when_it_is_repaired()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await pair.DeleteInSalesAsync();
        var plan = await world.PlanRepairsAsync(CouplingRepair.DeleteRecord);
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", Direction = SyncDirection.ToSales });

        var outcome = Assert.Single(await world.RepairAsync(plan));

        Assert.Equal("BcSync.Coupling.NotDeletable", outcome.Error?.ErrorId);
        Assert.Equal("Adatum Corporation", await pair.BcAsync("displayName"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_survivor_that_is_edited_before_it_is_deleted_stays_with_its_coupling(bool goneInBc)
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await (goneInBc ? pair.DeleteInBcAsync() : pair.DeleteInSalesAsync());
        var plan = await world.PlanRepairsAsync(CouplingRepair.DeleteRecord);
        var hold = world.Watch.HoldDeletions();

        var repairing = world.RepairAsync(plan);
        await hold.Reached;
        await (goneInBc ? pair.EditSalesAsync(("address1_city", "Ely")) : pair.EditBcAsync(("city", "Ely")));
        hold.Release();

        var outcome = Assert.Single(await repairing);
        Assert.Equal((null, "BcSync.Coupling.SurvivorChanged"), (outcome.Value, outcome.Error?.ErrorId));
        Assert.Equal("Ely", goneInBc ? await pair.SalesAsync("address1_city") : await pair.BcAsync("city"));
        Assert.NotNull(await pair.FindCouplingAsync());
    }
}
