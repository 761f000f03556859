using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Repair;

/// <summary>Repairs while others are at work, or a system is not.</summary>
public sealed class InterleavedRepairTests : IDisposable
{
    private static readonly TimeSpan PastTheLease = TimeSpan.FromMinutes(3);
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData(CouplingRepair.RemoveCoupling)]
    [InlineData(CouplingRepair.DeleteRecord)]
    public async Task A_mapping_on_which_a_run_works_costs_only_its_own_pairs(CouplingRepair resolution)
    {
        await using var world = await OpenAsync();
        await using var other = await world.ConnectAnotherAsync(StatePath);
        var busy = await world.CustomerInStepAsync();
        var free = await world.ContactInStepAsync("CT000203", "Robert Townes");
        await busy.DeleteInBcAsync();
        await free.DeleteInBcAsync();
        var plan = await PlanAsync(world, resolution);
        Assert.Equal(2, plan.Count);
        var hold = HoldCustomers(world);
        var run = RunAsync(other);
        await hold.Reached;

        var repaired = await world.RepairAsync(plan);
        hold.Release();
        await run;

        var failed = Assert.Single(repaired, outcome => outcome.Error is not null);
        Assert.Equal(("BcSync.Run.Busy", busy.BcId), (failed.Error!.ErrorId, failed.Error.BcId));
        Assert.Equal("CONTACT", Assert.Single(repaired, outcome => outcome.Error is null).Value!.Mapping);
        Assert.NotNull(await busy.FindCouplingAsync());
        Assert.Null(await free.FindCouplingAsync());
    }

    [Fact]
    public async Task A_skipped_pair_on_whose_mapping_a_run_works_stays_skipped()
    {
        await using var world = await OpenAsync();
        await using var other = await world.ConnectAnotherAsync(StatePath);
        var pair = await world.CustomerInStepAsync();
        await world.RefuseAsync(pair);
        await pair.DeleteInBcAsync();
        var plan = await PlanAsync(world, CouplingRepair.RestoreRecord);
        var hold = HoldCustomers(world);
        var run = RunAsync(other);
        await hold.Reached;

        var outcome = Assert.Single(await world.RepairAsync(plan));

        Assert.Equal("BcSync.Run.Busy", outcome.Error?.ErrorId);
        Assert.True((await pair.CouplingAsync()).Skipped);
        hold.Release();
        await run;
    }

    [Fact]
    public async Task A_table_that_cannot_be_read_costs_only_its_own_pairs()
    {
        await using var world = await OpenAsync();
        var customers = new[] { await world.CustomerInStepAsync(), await world.CustomerInStepAsync("C20000", "Trey Research") };
        var contact = await world.ContactInStepAsync("CT000203", "Robert Townes");
        foreach (var pair in customers.Append(contact))
            await pair.DeleteInBcAsync();
        var plan = await PlanAsync(world, CouplingRepair.RemoveCoupling);
        await world.Desk.FaultAsync(new { system = "bc", path = "customers", status = 403, times = 1000 });

        var repaired = await world.RepairAsync(plan);

        Assert.Equal(
            customers.Select(pair => (Guid?)pair.BcId).Order(), repaired.Where(outcome => outcome.Error is not null).Select(outcome => outcome.Error!.BcId).Order());
        Assert.Equal(contact.BcId, Assert.Single(repaired, outcome => outcome.Error is null).Value!.BcId);
    }

    [Fact]
    public async Task A_table_that_cannot_be_read_keeps_no_other_mapping_from_being_planned_and_is_told()
    {
        await using var world = await OpenAsync();
        await world.CustomerInStepAsync();
        var contact = await world.ContactInStepAsync("CT000203", "Robert Townes");
        await contact.DeleteInBcAsync();
        await world.Desk.FaultAsync(new { system = "bc", path = "customers", status = 403, times = 1000 });
        var planned = new List<BcCouplingRepair>();

        var refused = await Assert.ThrowsAsync<SyncException>(async () =>
        {
            await foreach (var repair in world.Session.PlanRepairsAsync(new CouplingRepairRequest(), default))
                planned.Add(repair);
        });

        Assert.Equal(contact.BcId, Assert.Single(planned).Coupling.BcId);
        Assert.Equal(("BcSync.BusinessCentral.Refused", "CUSTOMER"), (refused.Error.ErrorId, refused.Error.Mapping));
    }

    [Fact]
    public async Task What_was_deleted_is_told_even_when_the_mapping_is_lost_before_its_coupling_is_removed()
    {
        await using var world = await OpenAsync();
        await using var other = await world.ConnectAnotherAsync(StatePath);
        var pair = await world.CustomerInStepAsync();
        await pair.DeleteInBcAsync();
        var plan = await PlanAsync(world, CouplingRepair.DeleteRecord);
        world.State.Before(change => change.RemovedAsRead.Count > 0, async () =>
        {
            world.State.Sleep();
            world.Clock.Advance(PastTheLease);
            await RunAsync(other);
            world.State.Wake();
        });

        var outcome = Assert.Single(await world.RepairAsync(plan));

        Assert.Equal((null, "BcSync.Coupling.StillCoupled", pair.BcId), (outcome.Value, outcome.Error?.ErrorId, outcome.Error?.BcId));
        Assert.Null(await pair.SalesAsync("name"));
        Assert.Equal(["C10000 Both"], await world.BrokenAsync());
    }

    [Fact]
    public async Task A_pair_that_is_coupled_anew_while_its_coupling_is_removed_stands()
    {
        await using var world = await OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await pair.DeleteInBcAsync();
        var plan = await PlanAsync(world, CouplingRepair.RemoveCoupling);
        world.State.Before(change => change.RemovedAsRead.Count > 0, () => ComeBackAsync(world, pair));

        Assert.Empty(await world.RepairAsync(plan));

        Assert.False(world.State.IsWaiting);
        Assert.Equal(pair.SalesId, (await pair.CouplingAsync()).SalesId);
        Assert.Contains(world.Observer.Warnings, warning => warning.Contains("left alone", StringComparison.Ordinal));
    }

    public void Dispose() => folder.Dispose();

    private string StatePath => folder.File("state.db");

    private async Task<SyncWorld> OpenAsync()
    {
        var world = await SyncWorld.OpenAsync("cronus", statePath: StatePath);
        await world.PrepareReferencesAsync();
        return world;
    }

    private static RequestWatch.Hold HoldCustomers(SyncWorld world) => world.Watch.HoldWhen(
        request => Task.FromResult(request.RequestUri!.AbsolutePath.Contains("customers", StringComparison.Ordinal)));

    private static async Task ComeBackAsync(SyncWorld world, CoupledPair pair)
    {
        await world.Desk.SilentlyAsync("bc", "customers", new { id = pair.BcId, number = "C10000", displayName = "Adatum Corporation" });
        await world.UncoupleAsync(await pair.CouplingAsync());
        await world.CoupledAsync("CUSTOMER", new RecordSelector { BcId = pair.BcId, SalesId = pair.SalesId });
    }

    private static async Task<List<BcCouplingRepair>> PlanAsync(SyncWorld world, CouplingRepair resolution) =>
        await world.Session.PlanRepairsAsync(new CouplingRepairRequest { Resolution = resolution }, default).ToListAsync();

    private static Task<List<BcSyncResult>> RunAsync(ISyncSession session) => session.SyncNowAsync(
        new SyncNowRequest { Mapping = "CUSTOMER", Direction = SyncDirection.ToSales }, SilentObserver.Instance, default).ToListAsync().AsTask();
}
