using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Passes;

/// <summary>Deletions that no log of changes tells of any more.</summary>
public sealed class MissedDeletionTests
{
    private static readonly TimeSpan LongerThanTheLog = TimeSpan.FromDays(10);

    [Fact]
    public async Task A_deletion_is_noticed_although_the_change_log_does_not_reach_back_that_far()
    {
        await using var world = await OpenAsync();
        var deleted = await world.CustomerInStepAsync();
        var kept = await world.CustomerInStepAsync("C20000", "Trey Research");
        await deleted.DeleteInSalesAsync();
        world.Clock.Advance(LongerThanTheLog);

        await world.RunAsync("CUSTOMER");
        await world.RunAsync("CUSTOMER");

        Assert.Null(await deleted.FindCouplingAsync());
        Assert.NotNull(await kept.FindCouplingAsync());
    }

    [Fact]
    public async Task A_record_that_merely_left_the_filter_is_not_taken_for_deleted()
    {
        await using var world = await OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await pair.EditSalesAsync(("statecode", 1));
        await world.RunAsync("CUSTOMER");
        world.Clock.Advance(LongerThanTheLog);

        await world.RunAsync("CUSTOMER");
        await world.RunAsync("CUSTOMER");

        Assert.NotNull(await pair.FindCouplingAsync());
    }

    [Fact]
    public async Task A_full_synchronisation_notices_what_was_deleted_since_the_last_run()
    {
        await using var world = await OpenAsync();
        var inSales = await world.CustomerInStepAsync();
        var inBc = await world.CustomerInStepAsync("C20000", "Trey Research");
        var kept = await world.CustomerInStepAsync("C60000", "Fabrikam");
        await inSales.DeleteInSalesAsync();
        await inBc.DeleteInBcAsync();

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.Couple, "CUSTOMER"));

        Assert.Equal(0, line.Failed);
        Assert.Equal((null, null), (await inSales.FindCouplingAsync(), await inBc.FindCouplingAsync()));
        Assert.NotNull(await kept.FindCouplingAsync());
    }

    [Fact]
    public async Task Without_a_log_of_deletions_a_full_synchronisation_notices_them()
    {
        await using var world = await SyncWorld.OpenAsync("cronus", tier: 0);
        await world.PrepareReferencesAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", DeletionConflict = DeletionConflictPolicy.RemoveCoupling });
        var pair = await world.CustomerInStepAsync();
        await pair.DeleteInBcAsync();
        await world.RunAsync("CUSTOMER");
        Assert.NotNull(await pair.FindCouplingAsync());

        await world.FullSyncAsync(FullSyncAction.Couple, "CUSTOMER");

        Assert.Null(await pair.FindCouplingAsync());
    }

    [Fact]
    public async Task A_run_that_breaks_off_before_it_has_saved_a_missed_deletion_leaves_it_to_the_next()
    {
        await using var world = await OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await pair.DeleteInSalesAsync();
        world.Clock.Advance(LongerThanTheLog);
        world.State.Before(change => change.Pending.Count > 0, () => throw new IOException("The disk is full."));
        await Assert.ThrowsAsync<IOException>(() => world.RunAsync("CUSTOMER", SyncDirection.ToBusinessCentral));

        await world.RunAsync("CUSTOMER", SyncDirection.ToBusinessCentral);
        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);

        Assert.Null(await pair.FindCouplingAsync());
    }

    [Fact]
    public async Task Many_couplings_are_compared_by_the_ids_of_all_records_and_only_those_missing_are_looked_up()
    {
        await using var world = await SyncWorld.OpenAsync("scale:150");
        await world.PrepareReferencesAsync();
        await world.FullSyncAsync(FullSyncAction.FullSync, "CUSTOMER");
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", DeletionConflict = DeletionConflictPolicy.RemoveCoupling });
        await world.RunAsync("CUSTOMER");
        var couplings = await world.Session.GetCouplingsAsync(new CouplingQuery { Mapping = "CUSTOMER" }, default).ToListAsync();
        foreach (var coupling in couplings.Take(3))
            await world.Desk.DeleteAsync("sales", "accounts", coupling.SalesId);
        world.Clock.Advance(LongerThanTheLog);
        await world.Desk.ResetRequestsAsync();

        await world.RunAsync("CUSTOMER", SyncDirection.ToBusinessCentral);

        var reads = (await world.Desk.RequestsAsync()).Where(count => count is { System: "sales", Set: "accounts", Method: "GET" }).Sum(count => count.Requests);
        Assert.InRange(reads, 1, 5);
        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);
        Assert.Equal(
            couplings.Skip(3).Select(coupling => coupling.BcId),
            (await world.Session.GetCouplingsAsync(new CouplingQuery { Mapping = "CUSTOMER" }, default).ToListAsync()).Select(coupling => coupling.BcId));
    }

    // Couplings of deleted records are removed, so that a deletion that was noticed shows.
    private static async Task<SyncWorld> OpenAsync()
    {
        var world = await CoupledRecords.OpenAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", DeletionConflict = DeletionConflictPolicy.RemoveCoupling });
        return world;
    }
}
