using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Skipped;

public sealed class SkippedListTests
{
    [Fact]
    [Trait("Scenario", "SKP-133")]
    public async Task The_newest_comes_first_each_with_its_key_error_and_time()
    {
        await using var world = await FailingCustomers.OpenAsync();
        world.Clock.Advance(TimeSpan.FromHours(2));
        var customerTime = world.Clock.GetUtcNow();
        await world.SkippedAsync("C10000", "Adatum Corp.");
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var salesperson = await world.SkippedSalespersonAsync("JO", "Jim Olive");

        var list = await SkippedAsync(world);

        Assert.Equal(["SALESPEOPLE JO", "CUSTOMER C10000"], list.Select(coupling => $"{coupling.Mapping} {coupling.BcNo}"));
        Assert.Equal([customerTime.AddMinutes(1), customerTime], list.Select(coupling => coupling.ErrorTime!.Value));
        Assert.Contains("The record is locked.", list[0].Error, StringComparison.Ordinal);
        Assert.Contains("PS", list[1].Error, StringComparison.Ordinal);
        Assert.Equal(salesperson.SalesId, list[0].SalesId);
        Assert.Equal(list.Where(coupling => coupling.Mapping == "CUSTOMER"), await SkippedAsync(world, "CUST*"));
    }

    [Fact]
    [Trait("Scenario", "SKP-133")]
    public async Task The_error_of_a_skipped_pair_outlives_its_log()
    {
        await using var world = await FailingCustomers.OpenAsync();
        await world.SkippedAsync("C10000", "Adatum Corp.");
        var before = Assert.Single(await SkippedAsync(world));

        await world.Session.ClearJobsAsync(new JobClearing(world.Clock.GetUtcNow().AddDays(1), null), default);

        Assert.Equal(before, Assert.Single(await SkippedAsync(world)));
    }

    [Fact]
    public async Task A_success_leaves_neither_error_nor_time()
    {
        await using var world = await FailingCustomers.OpenAsync();
        var pair = await world.SkippedAsync("C10000", "Adatum Corp.");
        await world.CoupleSalespersonAsync();

        await pair.SyncAsync(SyncDirection.ToSales);

        var coupling = await pair.CouplingAsync();
        Assert.Equal((null, null), (coupling.Error, coupling.ErrorTime));
        Assert.Empty(await SkippedAsync(world));
    }

    [Fact]
    [Trait("Scenario", "SKP-125")]
    public async Task One_of_the_list_is_taken_up_by_name_synchronised_and_not_skipped_any_more()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.SkippedSalespersonAsync("PS", "Peter Saddow");
        await world.SkippedSalespersonAsync("JO", "Jim Olive");
        await world.Desk.ClearFaultsAsync();
        var name = new RecordSelector { SalesName = "Peter Saddow" };

        await world.Session.ResumeRecordsAsync(new CouplingQuery { Mapping = "SALESPEOPLE", Records = name }, default).CountAsync();
        var result = Assert.Single(await world.SyncAsync("SALESPEOPLE", SyncDirection.ToBusinessCentral, name));

        Assert.Equal(SyncAction.Updated, result.Action);
        var job = await world.LastJobAsync("SALESPEOPLE", SyncDirection.ToBusinessCentral);
        Assert.Equal((result.RunId, 1), (job.RunId, job.Modified));
        Assert.Equal("Jim Olive", Assert.Single(await SkippedAsync(world)).SalesName);
    }

    [Fact]
    [Trait("Scenario", "SKP-149")]
    public async Task A_pair_that_lost_both_records_is_not_shown_and_removed_on_the_way()
    {
        await using var world = await FailingCustomers.OpenAsync();
        var pairs = await world.ThreeSkippedAsync();
        await pairs[0].DeleteInBcAsync();
        await pairs[0].DeleteInSalesAsync();
        await pairs[1].DeleteInSalesAsync();
        await pairs[2].DeleteInBcAsync();

        var list = await SkippedAsync(world);

        Assert.Equal(["C20000", "C60000"], list.Select(coupling => coupling.BcNo).Order());
        Assert.Null(await pairs[0].FindCouplingAsync());
        Assert.Equal(2, (await world.CouplingsAsync("CUSTOMER")).Count);
        var job = (await world.JobsAsync("CUSTOMER"))[0];
        Assert.Equal((SyncJobType.Uncoupling, 1), (job.Type, job.Uncoupled));
    }

    [Fact]
    public async Task A_system_that_does_not_answer_keeps_nobody_from_reading_the_list()
    {
        await using var world = await FailingCustomers.OpenAsync();
        await world.SkippedAsync("C10000", "Adatum Corp.");
        await world.Desk.FaultAsync(new { system = "bc", path = "customers", status = 403, times = 1000 });

        Assert.Single(await world.Session.GetCouplingsAsync(new CouplingQuery { Skipped = true }, world.Observer, default).ToListAsync());

        Assert.Contains(world.Observer.Decisions, line => line.Contains("Business Central could not be asked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reading_the_list_leaves_a_lost_pair_to_the_run_that_works_on_its_mapping()
    {
        using var folder = new TemporaryFolder();
        await using var world = await SyncWorld.OpenAsync("cronus", statePath: folder.File("state.db"));
        await using var other = await world.ConnectAnotherAsync(folder.File("state.db"));
        await world.PrepareReferencesAsync();
        var lost = await world.CustomerInStepAsync();
        await world.RefuseAsync(lost);
        await lost.DeleteInBcAsync();
        await lost.DeleteInSalesAsync();
        await (await world.CustomerInStepAsync("C20000", "Trey Research")).EditBcAsync(("city", "Ely"));
        var hold = world.Watch.HoldSalesWrites("accounts");
        var run = other.SyncNowAsync(
            new SyncNowRequest { Mapping = "CUSTOMER", Direction = SyncDirection.ToSales }, SilentObserver.Instance, default).ToListAsync();
        await hold.Reached;

        Assert.Empty(await SkippedAsync(world));

        Assert.NotNull(await lost.FindCouplingAsync());
        hold.Release();
        await run;
        Assert.Empty(await SkippedAsync(world));
        Assert.Null(await lost.FindCouplingAsync());
    }

    [Fact]
    public async Task Reading_the_list_uncouples_no_contact_of_a_lost_customer()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var customer = await world.CustomerInStepAsync();
        var contact = await world.ContactInStepAsync("CT000201", "Robert Townes");
        await world.RefuseAsync(customer);
        await customer.DeleteInBcAsync();
        await customer.DeleteInSalesAsync();
        await world.Desk.ResetRequestsAsync();

        Assert.Empty(await SkippedAsync(world));

        Assert.DoesNotContain(await world.Desk.RequestsAsync(), count => count.Method is "PATCH" or "DELETE");
        Assert.NotNull(await contact.FindCouplingAsync());
        Assert.NotNull(await contact.SalesAsync("bcbi_companyid"));
        Assert.NotNull(await customer.FindCouplingAsync());
    }

    private static async Task<List<BcCoupling>> SkippedAsync(SyncWorld world, string? mapping = null) =>
        await world.Session.GetCouplingsAsync(new CouplingQuery { Mapping = mapping, Skipped = true }, default).ToListAsync();
}
