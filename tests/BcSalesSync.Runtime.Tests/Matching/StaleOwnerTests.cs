using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Matching;

/// <summary>Rows whose coupling leads to a record that is gone.</summary>
public sealed class StaleOwnerTests
{
    private static readonly MatchRequest ByPhone = new() { Mapping = "CUSTOMER", Fields = ["phoneNumber"] };

    [Fact]
    public async Task A_row_that_only_a_coupling_of_a_deleted_record_holds_says_so_and_is_free_once_that_is_removed()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.CustomersAsync(("Old", "1"));
        await world.AccountsAsync(("Shop", "1"));
        await world.CoupleMatchedAsync(await world.FindAsync(ByPhone));
        var coupling = Assert.Single(await world.CouplingsAsync("CUSTOMER"));
        await world.Desk.DeleteAsync("bc", "customers", coupling.BcId);
        await world.CustomersAsync(("New", "1"));

        var match = Assert.Single(await world.FindAsync(ByPhone));

        Assert.Equal(("New", MatchOutcome.Taken), (match.BcName, match.Outcome));
        Assert.Equal($"'Shop' is coupled to {coupling.BcNo}, which is gone from Business Central.", match.Reason);
        Assert.Contains($"Remove-BcCoupling -Mapping CUSTOMER -SalesId {coupling.SalesId}", match.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains(
            $"Repair-BcCoupling -Mapping CUSTOMER -SalesId {coupling.SalesId} -Resolution RemoveCoupling", match.RecommendedAction, StringComparison.Ordinal);
        await world.UncoupleAsync(coupling);
        Assert.Equal(["New Matched Shop"], await world.ProposalsAsync(ByPhone));
    }

    [Fact]
    public async Task A_full_synchronisation_that_couples_logs_the_same_next_step()
    {
        using var folder = new TemporaryFolder();
        await using var world = await MatchWorld.OpenAsync(folder, "phoneNumber");
        await world.CustomersAsync(("Old", "1"));
        await world.AccountsAsync(("Shop", "1"));
        await world.CoupleMatchedAsync(await world.FindAsync(ByPhone));
        var coupling = Assert.Single(await world.CouplingsAsync("CUSTOMER"));
        await world.Desk.DeleteAsync("bc", "customers", coupling.BcId);
        await world.CustomersAsync(("New", "1"));

        await world.FullSyncAsync(FullSyncAction.Couple, "CUSTOMER");

        var error = Assert.Single(await world.Session.GetErrorsAsync(new ErrorQuery { Mapping = "CUSTOMER" }, default).ToListAsync());
        Assert.Equal("BcSync.Match.Taken", error.ErrorId);
        Assert.Contains("gone from Business Central", error.Message, StringComparison.Ordinal);
        Assert.Contains("Remove-BcCoupling", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_whose_owner_is_there_but_outside_the_filter_stays_with_it()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.CustomersAsync(("Old", "1"));
        await world.AccountsAsync(("Shop", "1"));
        await world.CoupleMatchedAsync(await world.FindAsync(ByPhone));
        var coupling = Assert.Single(await world.CouplingsAsync("CUSTOMER"));
        await world.Desk.BcAsync("customers", new { id = coupling.BcId, blocked = "All" });
        await world.CustomersAsync(("New", "1"));

        var match = Assert.Single(await world.FindAsync(ByPhone));

        Assert.Equal($"'Shop' is coupled to {coupling.BcNo}.", match.Reason);
    }
}
