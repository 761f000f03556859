using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Repair;

/// <summary>What restoring a record leaves behind, whether it succeeds or not.</summary>
public sealed class RestorationTests
{
    [Fact]
    public async Task A_row_that_a_full_synchronisation_created_comes_back_under_the_same_id_and_counts_as_restored()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.PrepareReferencesAsync();
        await world.FullSyncAsync(FullSyncAction.FullSync, "CUSTOMER");
        var before = Assert.Single(await world.CouplingsAsync("CUSTOMER"), coupling => coupling.BcNo == "C10000");
        await world.Desk.DeleteAsync("sales", "accounts", before.SalesId);

        var outcome = Assert.Single(await world.RepairAsync(CouplingRepair.RestoreRecord));

        Assert.Null(outcome.Error?.Message);
        Assert.Equal((before.BcId, before.SalesId), (outcome.Value!.BcId, outcome.Value.SalesId));
        Assert.NotNull(await world.Desk.RowAsync("sales", "accounts", before.SalesId));
        Assert.Empty(await world.BrokenAsync());
    }

    [Theory]
    [InlineData(SystemSide.Sales)]
    [InlineData(SystemSide.BusinessCentral)]
    public async Task The_partner_of_a_record_that_nobody_has_edited_since_is_restored_too(SystemSide gone)
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await world.RunAsync("CUSTOMER");
        await (gone is SystemSide.Sales ? pair.DeleteInSalesAsync() : pair.DeleteInBcAsync());

        var outcome = Assert.Single(await world.RepairAsync(CouplingRepair.RestoreRecord));

        Assert.Null(outcome.Error?.Message);
        Assert.Empty(await world.BrokenAsync());
    }

    [Fact]
    public async Task A_skipped_pair_whose_record_cannot_be_restored_stays_skipped()
    {
        await using var world = await FailingCustomers.OpenAsync();
        var pair = await world.SkippedAsync("C10000", "Adatum Corp.");
        await pair.DeleteInSalesAsync();

        Assert.NotNull(Assert.Single(await world.RepairAsync(CouplingRepair.RestoreRecord)).Error);

        Assert.True((await pair.CouplingAsync()).Skipped);
    }

    [Fact]
    public async Task A_pair_that_is_removed_while_it_is_restored_is_not_created_anew()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await pair.DeleteInSalesAsync();
        var plan = await world.PlanRepairsAsync(CouplingRepair.RestoreRecord);
        world.State.Before(change => change.Jobs.Count > 0, async () => await world.UncoupleAsync(await pair.CouplingAsync()));

        var outcome = Assert.Single(await world.RepairAsync(plan));

        Assert.Equal((null, "BcSync.Coupling.NotRestored"), (outcome.Value, outcome.Error?.ErrorId));
        Assert.Null(await pair.FindCouplingAsync());
        Assert.DoesNotContain(await world.Desk.RowsAsync("sales", "accounts"), row => row["name"]!.ToString() == "Adatum Corporation");
    }
}
