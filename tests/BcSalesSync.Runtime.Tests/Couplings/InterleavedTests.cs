using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Couplings;

/// <summary>What people do with couplings while a run works on them stands, and costs nobody else anything.</summary>
public sealed class InterleavedTests
{
    [Theory]
    [InlineData(SyncDirection.ToSales)]
    [InlineData(SyncDirection.ToBusinessCentral)]
    public async Task A_coupling_removed_while_its_record_is_written_stays_removed(SyncDirection direction)
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        var other = await world.CustomerInStepAsync("C20000", "Trey Research");
        await EditAsync(pair, direction, "Ely");
        await EditAsync(other, direction, "Bath");
        world.State.BeforeSettling(() => RemoveAsync(world, pair));

        await world.RunAsync("CUSTOMER", direction);

        Assert.False(world.State.IsWaiting);
        Assert.Null(await pair.FindCouplingAsync());
        Assert.Equal("Modified=2", await CountsAsync(world, direction));
        Assert.Empty(await world.RunAsync("CUSTOMER"));
        Assert.Null(await pair.FindCouplingAsync());
        Assert.Equal("Bath", direction is SyncDirection.ToSales ? await other.SalesAsync("address1_city") : await other.BcAsync("city"));
    }

    [Fact]
    public async Task A_coupling_removed_while_its_record_fails_leaves_no_trouble_behind()
    {
        await using var world = await FailingCustomers.OpenAsync();
        var pair = await world.PairAsync("CUSTOMER", "C10000", "Adatum Corp.");
        await pair.SyncAsync(SyncDirection.ToSales);
        world.State.BeforeSettling(() => RemoveAsync(world, pair));

        await pair.SyncAsync(SyncDirection.ToSales);

        Assert.Null(await pair.FindCouplingAsync());
        Assert.Equal("Skipped=1", await CountsAsync(world, SyncDirection.ToSales));
        Assert.Equal(0, (await world.Session.GetStatusAsync("CUSTOMER", default).SingleAsync()).Failed);
    }

    [Fact]
    public async Task A_coupling_that_was_pointed_elsewhere_meanwhile_is_synchronised_as_it_is_now()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", UpdateConflict = UpdateConflictPolicy.SendToSales });
        await pair.EditBcAsync(("city", "Ely"));
        CoupledPair? moved = null;
        world.State.BeforeSettling(async () => moved = await world.PairAsync("CUSTOMER", "C10000", "Fabrikam"));

        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);

        Assert.Equal(moved!.SalesId, (await pair.CouplingAsync()).SalesId);
        Assert.Equal("Modified=1", await world.CountsAsync("CUSTOMER", SyncDirection.ToSales));
        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);
        Assert.Equal("Ely", await moved.SalesAsync("address1_city"));
        Assert.Equal(moved.SalesId, (await pair.CouplingAsync()).SalesId);
    }

    [Fact]
    public async Task A_record_that_was_coupled_while_it_was_created_keeps_that_coupling_and_the_created_one_is_told()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", UpdateConflict = UpdateConflictPolicy.SendToSales });
        CoupledPair? coupled = null;
        world.State.BeforeSettling(async () => coupled = await world.PairAsync("CUSTOMER", "C10000", "Adatum Corp."));

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.FullSync, "CUSTOMER"));

        Assert.Equal((FullSyncStatus.Finished, 1), (line.Status, line.Failed));
        Assert.Equal(coupled!.SalesId, (await coupled.CouplingAsync()).SalesId);
        var error = await world.Session.GetErrorsAsync(new ErrorQuery { Mapping = "CUSTOMER" }, default)
            .FirstAsync(error => error.ErrorId == "BcSync.Coupling.CreatedInVain");
        Assert.Equal("C10000", error.BcNo);
        var created = (await world.Desk.RowsAsync("sales", "accounts")).Where(row => row["name"]!.ToString() == "Adatum Corporation")
            .Select(row => row["accountid"]!.GetValue<Guid>()).Single(id => id != coupled.SalesId);
        Assert.Contains(created.ToString(), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_was_coupled_while_it_was_matched_stays_with_its_record_and_the_other_is_tried_again()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        var dollar = await world.AddInSalesAsync(
            "CURRENCY", new { isocurrencycode = "USD", currencyname = "Dollar", currencysymbol = "$", exchangerate = 1.1m, currencyprecision = 2 });
        CoupledPair? taken = null;
        world.State.BeforeSettling(async () => taken = await world.PairAsync("CURRENCY", "GBP", dollar));

        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");

        Assert.Equal(taken!.SalesId, (await taken.CouplingAsync()).SalesId);
        var error = await world.Session.GetErrorsAsync(new ErrorQuery { Mapping = "CURRENCY" }, default)
            .FirstAsync(error => error.ErrorId == "BcSync.Coupling.Overtaken");
        Assert.Equal("USD", error.BcNo);
        Assert.NotNull(error.NextTry);
    }

    [Fact]
    public async Task A_pair_that_was_taken_meanwhile_costs_only_itself()
    {
        await using var world = await CoupledRecords.OpenAsync();
        world.State.Before(change => change.NewlyCoupled.Count > 0, () => world.PairAsync("CUSTOMER", "C50000", "Trey Research"));

        var outcomes = await CoupleAsync(world, ("C10000", "Adatum Corp."), ("C20000", "Trey Research"), ("C60000", "Fabrikam"));

        Assert.Equal([null, "BcSync.Coupling.Overtaken", null], outcomes.Select(outcome => outcome.Error?.ErrorId));
        Assert.Contains("C50000", outcomes[1].Error!.Message, StringComparison.Ordinal);
        var couplings = await world.Session.GetCouplingsAsync(new CouplingQuery { Mapping = "CUSTOMER" }, default).ToListAsync();
        Assert.Equal(["C10000", "C50000", "C60000"], couplings.Select(coupling => coupling.BcNo));
    }

    [Fact]
    public async Task A_pair_that_somebody_else_coupled_just_the_same_is_coupled()
    {
        await using var world = await CoupledRecords.OpenAsync();
        world.State.Before(change => change.NewlyCoupled.Count > 0, () => world.PairAsync("CUSTOMER", "C20000", "Trey Research"));

        var outcomes = await CoupleAsync(world, ("C10000", "Adatum Corp."), ("C20000", "Trey Research"));

        Assert.Equal([(null, false), (null, true)], outcomes.Select(outcome => (outcome.Error?.ErrorId, outcome.Unchanged)));
    }

    [Fact]
    public async Task A_coupling_that_two_remove_at_once_is_removed_once()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var first = await world.CustomerInStepAsync();
        var second = await world.CustomerInStepAsync("C20000", "Trey Research");
        var couplings = new[] { await first.CouplingAsync(), await second.CouplingAsync() };
        world.State.Before(change => change.RemovedCouplings.Count > 0, () => RemoveAsync(world, first));

        var removed = await world.Session.UncoupleAsync(couplings, world.Observer, default).ToListAsync();

        Assert.Equal(second.BcId, Assert.Single(removed).Value!.BcId);
        Assert.Equal("Modified=1 Uncoupled=1", await world.CountsAsync("CUSTOMER", SyncDirection.ToSales));
    }

    [Fact]
    public async Task A_pair_that_is_removed_while_it_is_taken_up_again_stays_removed()
    {
        await using var world = await FailingCustomers.OpenAsync();
        var pairs = await world.ThreeSkippedAsync();
        world.State.Before(change => change.Couplings.Count > 0, () => RemoveAsync(world, pairs[1]));

        var resumed = await world.ResumeAsync();

        Assert.Equal(new[] { pairs[0].BcId, pairs[2].BcId }, resumed.Select(coupling => coupling.BcId));
        Assert.Null(await pairs[1].FindCouplingAsync());
    }

    [Fact]
    public async Task The_survivor_of_a_pair_removed_meanwhile_is_not_restored()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await world.ChangeAsync(new TableMappingChange
        {
            Name = "CUSTOMER", SyncOnlyCoupled = false, DeletionConflict = DeletionConflictPolicy.RestoreRecord,
        });
        await world.RunAsync("CUSTOMER");
        await pair.DeleteInSalesAsync();
        world.State.Before(change => change.Jobs.Count > 0 && change.Pending.Count > 0, () => RemoveAsync(world, pair));

        await world.RunAsync("CUSTOMER", SyncDirection.ToBusinessCentral);
        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);

        Assert.False(world.State.IsWaiting);
        Assert.Null(await pair.FindCouplingAsync());
    }

    [Fact]
    public async Task A_reference_that_is_coupled_while_its_record_is_written_follows()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var customer = await world.CustomerInStepAsync();
        await customer.EditBcAsync(("primaryContactNumber", "CT000202"));
        CoupledPair? contact = null;
        world.State.BeforeSettling(async () => contact = await world.PairAsync("CONTACT", "CT000202", "Mira Ostrowski"));

        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);
        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);

        Assert.Equal(contact!.SalesId.ToString("D"), await customer.SalesAsync("primarycontactid"));
    }

    private static Task EditAsync(CoupledPair pair, SyncDirection direction, string city) =>
        direction is SyncDirection.ToSales ? pair.EditBcAsync(("city", city)) : pair.EditSalesAsync(("address1_city", city));

    private static async Task<string> CountsAsync(SyncWorld world, SyncDirection direction) =>
        (await world.Session.GetJobsAsync(new JobQuery { Mapping = "CUSTOMER" }, default)
            .FirstAsync(job => job.Type is SyncJobType.Synchronization && job.Direction == direction)).Counts();

    private static async Task RemoveAsync(SyncWorld world, CoupledPair pair) =>
        Assert.Null((await world.Session.UncoupleAsync([await pair.CouplingAsync()], world.Observer, default).SingleAsync()).Error);

    private static async Task<List<Outcome<BcCoupling>>> CoupleAsync(SyncWorld world, params (string Number, string Account)[] pairs) =>
        await world.Session.CoupleAsync(
            [.. pairs.Select(pair => new CouplingRequest
            {
                Mapping = "CUSTOMER", Records = new RecordSelector { BcNo = pair.Number, SalesName = pair.Account }, Origin = pair.Number,
            })],
            world.Observer,
            default).ToListAsync();
}
