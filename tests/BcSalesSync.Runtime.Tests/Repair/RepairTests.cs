using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Repair;

public sealed class RepairTests
{
    [Fact]
    [Trait("Scenario", "CPL-137")]
    public async Task One_surviving_side_keeps_its_mapping_and_waits_for_a_decision_and_what_is_gone_on_both_is_removed()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var customerGone = await world.PairAsync("CUSTOMER", "C10000", "Adatum Corp.");
        var accountGone = await world.PairAsync("CUSTOMER", "C20000", "Trey Research");
        var bothGone = await world.PairAsync("CUSTOMER", "C60000", "Fabrikam");
        await customerGone.DeleteInBcAsync();
        await accountGone.DeleteInSalesAsync();
        await bothGone.DeleteInBcAsync();
        await bothGone.DeleteInSalesAsync();

        var plan = await world.PlanRepairsAsync();
        var repaired = await world.RepairAsync(plan);

        Assert.Equal((bothGone.BcId, MissingRecord.Both), (repaired.Single().Value!.BcId, repaired[0].Value!.Missing));
        Assert.Null(await bothGone.FindCouplingAsync());
        Assert.Equal(("CUSTOMER", "CUSTOMER"), ((await customerGone.CouplingAsync()).Mapping, (await accountGone.CouplingAsync()).Mapping));
        var undecided = plan.Where(repair => repair.Action is CouplingRepair.Report).Select(repair => repair.Error!).ToList();
        Assert.Equal(["C10000", "C20000"], undecided.Select(error => error.BcNo).Order());
        Assert.All(undecided, error => Assert.Contains("Repair-BcCoupling -Mapping CUSTOMER -BcId", error.RecommendedAction, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_coupling_of_a_survivor_is_removed_and_the_survivor_stays_without_the_company(bool inBc)
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await BrokenAsync(world, inBc);

        var repaired = await world.RepairAsync(CouplingRepair.RemoveCoupling);

        Assert.Equal(pair.BcId, Assert.Single(repaired).Value!.BcId);
        Assert.Null(await pair.FindCouplingAsync());
        Assert.Equal(inBc ? null : "Adatum Corporation", await pair.BcAsync("displayName"));
        Assert.Equal(inBc ? "Adatum Corporation" : null, await pair.SalesAsync("name"));
        Assert.Null(await pair.SalesAsync("bcbi_companyid"));
        var job = (await world.JobsAsync("CUSTOMER"))[0];
        Assert.Equal((SyncJobType.Uncoupling, 1), (job.Type, job.Uncoupled));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Scenario", "SKP-137")]
    public async Task The_surviving_partner_of_a_skipped_coupling_is_deleted_with_it(bool inBc)
    {
        await using var world = await FailingCustomers.OpenAsync();
        var pair = await world.SkippedAsync("C10000", "Adatum Corp.");
        var other = await world.SkippedAsync("C20000", "Trey Research");
        await DeleteAsync(pair, inBc);

        var repaired = await world.RepairAsync(CouplingRepair.DeleteRecord);

        Assert.Equal(pair.BcId, Assert.Single(repaired).Value!.BcId);
        Assert.Null(await pair.FindCouplingAsync());
        Assert.Equal((null, null), (await pair.BcAsync("displayName"), await pair.SalesAsync("name")));
        Assert.NotNull(await other.FindCouplingAsync());
        Assert.Equal(("Trey Research", "Trey Research"), (await other.BcAsync("displayName"), await other.SalesAsync("name")));
        var job = (await world.JobsAsync("CUSTOMER"))[0];
        Assert.Equal((SyncJobType.Uncoupling, 1, 1), (job.Type, job.Deleted, job.Uncoupled));
    }

    [Fact]
    public async Task A_survivor_that_cannot_be_deleted_keeps_its_coupling_and_says_why()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await BrokenAsync(world, inBc: true);
        foreach (var operation in new[] { true, false })
            await world.Desk.FaultAsync(new { system = "sales", method = "DELETE", path = "accounts", status = 403, message = "No right to delete.", operation });

        var error = Assert.Single(await world.RepairAsync(CouplingRepair.DeleteRecord)).Error!;

        Assert.Equal(pair.BcId, error.BcId);
        Assert.Contains("No right to delete.", error.Message, StringComparison.Ordinal);
        Assert.NotNull(await pair.FindCouplingAsync());
        Assert.Equal("Adatum Corporation", await pair.SalesAsync("name"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Scenario", "SKP-142")]
    public async Task The_deleted_record_is_created_anew_from_its_skipped_partner_whatever_the_rule_says(bool inBc)
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await RefusedAsync(world);
        await DeleteAsync(pair, inBc);

        var restored = Assert.Single(await world.RepairAsync(CouplingRepair.RestoreRecord));

        Assert.Null(restored.Error?.Message);
        var coupling = Assert.Single(await world.CouplingsAsync("CUSTOMER"));
        Assert.Equal((restored.Value!.BcId, restored.Value.SalesId, false), (coupling.BcId, coupling.SalesId, coupling.Skipped));
        Assert.Equal((!inBc, inBc), (coupling.BcId == pair.BcId, coupling.SalesId == pair.SalesId));
        Assert.Equal("Trey Research", (await world.Desk.RowAsync("bc", "customers", coupling.BcId))!["displayName"]!.ToString());
        Assert.Equal("Trey Research", (await world.Desk.RowAsync("sales", "accounts", coupling.SalesId))!["name"]!.ToString());
        Assert.Equal("Inserted=1", await world.CountsAsync("CUSTOMER", inBc ? SyncDirection.ToBusinessCentral : SyncDirection.ToSales));
    }

    [Fact]
    public async Task A_record_that_cannot_be_created_anew_keeps_its_coupling_and_says_why()
    {
        await using var world = await FailingCustomers.OpenAsync();
        var pair = await world.SkippedAsync("C10000", "Adatum Corp.");
        await pair.DeleteInSalesAsync();

        var outcome = Assert.Single(await world.RepairAsync(CouplingRepair.RestoreRecord));

        Assert.Null(outcome.Value);
        Assert.Equal(("BcSync.Record.DependencyMissing", pair.BcId), (outcome.Error!.ErrorId, outcome.Error.BcId));
        Assert.Equal(pair.SalesId, (await pair.CouplingAsync()).SalesId);
    }

    [Fact]
    public async Task Nothing_is_created_in_a_direction_in_which_the_mapping_does_not_work()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await BrokenAsync(world, inBc: true);
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", Direction = SyncDirection.ToSales });

        var repair = Assert.Single(await world.PlanRepairsAsync(CouplingRepair.RestoreRecord));

        Assert.Equal("BcSync.Coupling.NotRestorable", repair.Error!.ErrorId);
        Assert.Empty(await world.RepairAsync([repair]));
    }

    [Theory]
    [InlineData(DeletionConflictPolicy.RestoreRecord, CouplingRepair.RestoreRecord)]
    [InlineData(DeletionConflictPolicy.RemoveCoupling, CouplingRepair.RemoveCoupling)]
    [InlineData(DeletionConflictPolicy.Fail, CouplingRepair.Report)]
    public async Task Without_a_word_the_rule_of_the_mapping_holds_and_planning_writes_nothing(DeletionConflictPolicy rule, CouplingRepair expected)
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await BrokenAsync(world, inBc: true);
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", DeletionConflict = rule });
        await world.Desk.ResetRequestsAsync();

        Assert.Equal(expected, Assert.Single(await world.PlanRepairsAsync()).Action);

        Assert.Empty(await world.WritesAsync());
        Assert.NotNull(await pair.FindCouplingAsync());
        Assert.Equal("Adatum Corporation", await pair.SalesAsync("name"));
    }

    [Fact]
    public async Task What_came_back_since_it_was_planned_is_left_alone_and_told()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await BrokenAsync(world, inBc: true);
        var plan = await world.PlanRepairsAsync(CouplingRepair.DeleteRecord);
        await world.Desk.SilentlyAsync("bc", "customers", new { id = pair.BcId, number = "C10000", displayName = "Adatum Corporation" });

        Assert.Empty(await world.RepairAsync(plan));

        Assert.Equal("Adatum Corporation", await pair.SalesAsync("name"));
        Assert.NotNull(await pair.FindCouplingAsync());
        Assert.Contains(world.Observer.Warnings, warning => warning.Contains("left alone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_lost_its_other_record_too_since_it_was_planned_is_not_treated_as_planned()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await BrokenAsync(world, inBc: true);
        var plan = await world.PlanRepairsAsync(CouplingRepair.RestoreRecord);
        await pair.DeleteInSalesAsync();

        Assert.Empty(await world.RepairAsync(plan));

        Assert.Equal(["C10000 Both"], await world.BrokenAsync());
        Assert.Contains(world.Observer.Warnings, warning => warning.Contains("left alone", StringComparison.Ordinal));
    }

    // Skipped by a refusal that is over, so that nothing but the repair takes it up again.
    private static async Task<CoupledPair> RefusedAsync(SyncWorld world)
    {
        var pair = await world.PairAsync("CUSTOMER", "C20000", "Trey Research");
        await world.Desk.FaultAsync(new { system = "sales", set = "accounts", status = 400, message = "Locked.", rowMatch = new { accountid = pair.SalesId } });
        await pair.SyncAsync(SyncDirection.ToSales);
        await pair.SyncAsync(SyncDirection.ToSales);
        Assert.True((await pair.CouplingAsync()).Skipped);
        await world.Desk.ClearFaultsAsync();
        return pair;
    }

    private static async Task<CoupledPair> BrokenAsync(SyncWorld world, bool inBc)
    {
        var pair = await world.CustomerInStepAsync();
        await DeleteAsync(pair, inBc);
        return pair;
    }

    private static Task DeleteAsync(CoupledPair pair, bool inBc) => inBc ? pair.DeleteInBcAsync() : pair.DeleteInSalesAsync();
}
