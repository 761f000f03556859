using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Skipped;

public sealed class SkipRuleTests
{
    [Fact]
    [Trait("Scenario", "SKP-103")]
    public async Task A_failed_pair_succeeds_once_its_cause_is_gone()
    {
        await using var world = await FailingCustomers.OpenAsync();
        var pair = await world.PairAsync("CUSTOMER", "C10000", "Adatum Corp.");
        await pair.SyncAsync(SyncDirection.ToSales);
        Assert.Equal("Failed=1", await world.CountsAsync("CUSTOMER", SyncDirection.ToSales));
        await world.CoupleSalespersonAsync();

        await pair.SyncAsync(SyncDirection.ToSales);

        Assert.Equal("Modified=1", await world.CountsAsync("CUSTOMER", SyncDirection.ToSales));
        var coupling = await pair.CouplingAsync();
        Assert.Equal((SyncOutcome.Success, false), (coupling.ToSalesResult, coupling.Skipped));
    }

    [Fact]
    [Trait("Scenario", "SKP-107")]
    public async Task The_same_failure_twice_skips_the_pair()
    {
        await using var world = await FailingCustomers.OpenAsync();

        var pair = await world.SkippedAsync("C10000", "Adatum Corp.");

        Assert.Equal("Skipped=1", await world.CountsAsync("CUSTOMER", SyncDirection.ToSales));
        var coupling = await pair.CouplingAsync();
        Assert.Equal((SyncOutcome.Failure, true), (coupling.ToSalesResult, coupling.Skipped));
    }

    [Fact]
    [Trait("Scenario", "SKP-110")]
    public async Task A_skipped_pair_is_refused_without_a_job()
    {
        await using var world = await FailingCustomers.OpenAsync();
        var pair = await world.SkippedAsync("C10000", "Adatum Corp.");
        var jobs = await JobsAsync(world);

        var result = await pair.SyncAsync(SyncDirection.ToSales);

        Assert.Equal(SyncAction.Skipped, result.Action);
        Assert.Equal(jobs, await JobsAsync(world));
        Assert.True((await pair.CouplingAsync()).Skipped);
    }

    [Fact]
    [Trait("Scenario", "SKP-115")]
    public async Task A_first_run_tells_a_deleted_account_from_a_clash()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var deleted = await world.PairAsync("CUSTOMER", "C20000", "Trey Research");
        var clashing = await world.PairAsync("CUSTOMER", "C10000", "Adatum Corp.");
        await deleted.DeleteInSalesAsync();

        await world.RunAsync("CUSTOMER");

        var first = await deleted.CouplingAsync();
        Assert.Equal((SyncOutcome.Failure, SyncOutcome.None, false), (first.ToSalesResult, first.ToBusinessCentralResult, first.Skipped));
        var second = await clashing.CouplingAsync();
        Assert.Equal((SyncOutcome.Failure, SyncOutcome.Failure, false), (second.ToSalesResult, second.ToBusinessCentralResult, second.Skipped));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_pair_that_misses_a_salesperson_is_taken_up_by_itself_once_that_is_coupled(int attempts)
    {
        await using var world = await FailingCustomers.OpenAsync();
        var pair = await world.PairAsync("CUSTOMER", "C10000", "Adatum Corp.");
        for (var attempt = 0; attempt < attempts; attempt++)
            await pair.SyncAsync(SyncDirection.ToSales);
        Assert.Equal(attempts > 1, (await pair.CouplingAsync()).Skipped);
        await pair.EditSalesAsync(("name", "Adatum Corporation"));
        var owner = await world.CoupleSalespersonAsync();

        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", UpdateConflict = UpdateConflictPolicy.SendToSales });
        await world.RunAsync("CUSTOMER");

        var coupling = await pair.CouplingAsync();
        Assert.Equal((SyncOutcome.Success, false, null), (coupling.ToSalesResult, coupling.Skipped, coupling.Error));
        Assert.Equal(owner.ToString("D"), await pair.SalesAsync("ownerid"));
    }

    private static async Task<int> JobsAsync(SyncWorld world) =>
        await world.Session.GetJobsAsync(new JobQuery { Mapping = "CUSTOMER" }, default).CountAsync();
}
