using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Couplings;

public sealed class ChangedSinceTests
{
    private const string LongAgo = "1900-01-01T00:00:00Z";

    [Fact]
    [Trait("Scenario", "CPL-134")]
    public async Task Before_the_first_synchronisation_both_sides_count_as_changed_however_old_they_are()
    {
        await using var world = await CouplingSteps.OpenPreparedAsync();
        var coupling = await world.CoupledAsync("CUSTOMER", new RecordSelector { BcNo = "C10000", SalesName = "Adatum Corp." });
        await world.Desk.SilentlyAsync("bc", "customers", new { id = coupling.BcId, systemModifiedAt = LongAgo });
        await world.Desk.SilentlyAsync("sales", "accounts", new { accountid = coupling.SalesId, modifiedon = LongAgo });

        var plan = await PlanAsync(world, coupling);

        Assert.Equal([SyncAction.Conflict, SyncAction.Conflict], plan.Select(action => action.Action));
        Assert.All(plan, action => Assert.Contains(
            "(Business Central 'Adatum Corporation', Sales 'Adatum Corp.')", action.Reason, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Scenario", "CPL-134")]
    public async Task After_a_synchronisation_a_side_counts_as_changed_only_when_it_was_edited_since()
    {
        await using var world = await CouplingSteps.OpenPreparedAsync();
        var coupling = await world.CoupledAsync(
            "CUSTOMER", new RecordSelector { BcNo = "C10000", SalesName = "Adatum Corp." }, SyncDirection.ToSales);
        Assert.Equal([SyncAction.Unchanged, SyncAction.Unchanged], (await PlanAsync(world, coupling)).Select(action => action.Action));

        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.Desk.SalesAsync("accounts", new { accountid = coupling.SalesId, name = "Adatum Worldwide" });

        var plan = await PlanAsync(world, coupling);
        Assert.Equal(
            [(SyncDirection.ToSales, SyncAction.Unchanged), (SyncDirection.ToBusinessCentral, SyncAction.Updated)],
            plan.Select(action => (action.Direction, action.Action)));
        Assert.Equal("displayName", Assert.Single(plan[1].Changes).Field);
    }

    private static async Task<List<BcPlannedAction>> PlanAsync(SyncWorld world, BcCoupling coupling) =>
        await world.Session.PlanAsync(
            new SyncNowRequest
            {
                Mapping = "CUSTOMER", Direction = SyncDirection.Both, Records = [new RecordSelector { BcId = coupling.BcId }],
            },
            world.Observer,
            default).ToListAsync();
}
