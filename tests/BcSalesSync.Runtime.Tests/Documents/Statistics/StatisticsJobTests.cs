using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Statistics;

/// <summary>The job of the statistics sends what is new and what moved, and reports what it cannot send.</summary>
public sealed class StatisticsJobTests
{
    [Fact]
    [Trait("Scenario", "STA-131")]
    public async Task Only_customers_that_moved_are_worked_out_again()
    {
        await using var world = await OrderWorld.OpenAsync();
        var second = await world.AddCustomerAsync("C2");
        var third = await world.AddCustomerAsync("C3");
        Assert.Equal(3, (await world.RunStatisticsJobAsync()).Inserted);
        await world.PostAsync("C2", 100m);
        await world.WriteDocumentAsync("Order", "C3", 80m);

        var job = await world.RunStatisticsJobAsync();

        Assert.Equal((0, 2, 0, 0), (job.Inserted, job.Modified, job.Unchanged, job.Failed));
        Assert.Equal(100m, (await world.FiguresAsync(second))!.Number("nav_totalsaleslcy"));
        Assert.NotEqual(0m, (await world.FiguresAsync(third))!.Number("nav_outstandingorderslcy"));
    }

    [Fact]
    [Trait("Scenario", "STA-131")]
    public async Task What_moved_and_comes_to_the_same_counts_as_unchanged()
    {
        await using var world = await OrderWorld.OpenAsync();
        var order = await world.WriteDocumentAsync("Order", "C1", 80m);
        await world.RunStatisticsJobAsync();
        var line = Assert.Single(await world.BcLinesAsync(order));
        await world.Desk.BcAsync("salesLines", new { id = line.Id("id"), description = "A red bike" });

        var job = await world.RunStatisticsJobAsync();

        Assert.Equal((0, 0, 1), (job.Inserted, job.Modified, job.Unchanged));
    }

    [Fact]
    [Trait("Scenario", "STA-129")]
    public async Task A_run_without_anything_new_finds_nothing_and_goes_to_rest()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.RunStatisticsJobAsync();

        var job = await world.RunStatisticsJobAsync();

        Assert.Equal((SyncJobStatus.Success, 0, 0, 0, 0), (job.Status, job.Inserted, job.Modified, job.Unchanged, job.Failed));
        Assert.Equal(ScheduleState.Inactive, (await EntryAsync(world)).State);
    }

    [Fact]
    [Trait("Scenario", "STA-126")]
    public async Task A_new_ledger_entry_wakes_the_job_from_its_rest()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.RunStatisticsJobAsync();
        await world.RunStatisticsJobAsync();
        Assert.Equal(ScheduleState.Inactive, (await EntryAsync(world)).State);
        await world.PostAsync("C1", 100m);

        Assert.Equal(1, (await world.RunStatisticsJobAsync()).Modified);

        Assert.Equal(ScheduleState.Ready, (await EntryAsync(world)).State);
    }

    [Fact]
    [Trait("Scenario", "STA-104")]
    [Trait("Scenario", "STA-108")]
    [Trait("DocumentError", "S-01")]
    [Trait("DocumentQuirk", "19")]
    public async Task Customers_and_accounts_that_are_gone_are_reported_and_skipped_at_once()
    {
        await using var world = await OrderWorld.OpenAsync();
        var second = await world.AddCustomerAsync("C2");
        await world.Customer.DeleteInBcAsync();
        await second.DeleteInSalesAsync();

        var job = await world.RunStatisticsJobAsync();

        Assert.Equal((2, 0, 0, null), (job.Failed, job.Modified, job.Inserted, job.Message));
        var entry = await EntryAsync(world);
        Assert.Equal((SyncJobStatus.Success, 2, null, ScheduleState.Ready), (entry.LastResult, entry.LastFailed, entry.LastError, entry.State));
        var errors = await world.World.Session.GetErrorsAsync(new ErrorQuery { JobId = job.Id }, default).ToListAsync();
        var customer = Assert.Single(errors, error => error.ErrorId == "BcSync.Statistics.CustomerNotFound");
        Assert.Equal((world.Customer.SalesId, null), (customer.SalesId, customer.BcId));
        var account = Assert.Single(errors, error => error.ErrorId == "BcSync.Statistics.AccountNotFound");
        Assert.Equal((second.BcId, null), (account.BcId, account.SalesId));
        Assert.All([await world.Customer.CouplingAsync(), await second.CouplingAsync()], coupling =>
        {
            Assert.True(coupling.Skipped);
            Assert.Contains("not found", coupling.Error, StringComparison.Ordinal);
        });
        Assert.Contains("Adatum", customer.Message + customer.SalesName, StringComparison.Ordinal);
        Assert.Contains("Customer C2", account.Message + account.BcNo, StringComparison.Ordinal);
        Assert.All([customer, account], error => Assert.Contains("Resume-BcSyncRecord", error.RecommendedAction, StringComparison.Ordinal));
        Assert.Equal(0, (await world.RunStatisticsJobAsync()).Failed);
        Assert.Equal(0, (await EntryAsync(world)).LastFailed);
    }

    [Fact]
    public async Task A_customer_that_moved_while_it_was_skipped_is_sent_once_it_is_taken_up_again()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.RunStatisticsJobAsync();
        await world.Customer.EditBcAsync(("city", "Cambridge"));
        await world.World.RunAsync("CUSTOMER");
        await world.World.RefuseAsync(world.Customer);
        await world.PostAsync("C1", 100m);
        Assert.Equal(0, (await world.RunStatisticsJobAsync()).Modified);
        await world.World.Session.ResumeRecordsAsync(new CouplingQuery { Mapping = "CUSTOMER" }, default).CountAsync();

        Assert.Equal(1, (await world.RunStatisticsJobAsync()).Modified);

        Assert.Equal(100m, (await world.FiguresAsync(world.Customer))!.Number("nav_totalsaleslcy"));
    }

    [Fact]
    public async Task Figures_that_Sales_did_not_take_are_sent_with_the_next_run()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.RunStatisticsJobAsync();
        await world.PostAsync("C1", 100m);
        await world.Desk.FaultAsync(new
        {
            system = "sales", set = "nav_accountstatisticses", rowMatch = new { nav_customerno = "C1" }, status = 403, code = "0x80040220", message = "No.",
        });
        Assert.Equal(1, (await world.RunStatisticsJobAsync()).Failed);
        Assert.False((await world.Customer.CouplingAsync()).Skipped);
        await world.Desk.ClearFaultsAsync();

        Assert.Equal(1, (await world.RunStatisticsJobAsync()).Modified);
    }

    [Fact]
    [Trait("Scenario", "STA-120")]
    public async Task Without_Sales_the_job_fails_and_forgets_nothing()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.RunStatisticsJobAsync();
        await world.PostAsync("C1", 100m);
        await world.Desk.FaultAsync(new { system = "sales", path = "accounts", status = 401 });

        var job = await world.RunStatisticsJobAsync();

        Assert.Equal(SyncJobStatus.Error, job.Status);
        Assert.NotEmpty(job.Message!);
        Assert.Equal((SyncJobStatus.Error, ScheduleState.Ready), ((await EntryAsync(world)).LastResult!.Value, (await EntryAsync(world)).State));
        await world.Desk.ClearFaultsAsync();
        Assert.Equal(1, (await world.RunStatisticsJobAsync()).Modified);
    }

    [Fact]
    public async Task Customers_that_are_not_coupled_are_named_in_a_warning()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.Desk.BcAsync("customers", new { number = "C9", displayName = "Free" });

        Assert.Empty(await world.UpdateStatisticsAsync("C9"));

        Assert.Contains(world.World.Observer.Warnings, warning => warning.Contains("C9", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_customer_that_is_not_there_is_an_error_of_its_own_and_the_others_are_sent()
    {
        await using var world = await OrderWorld.OpenAsync();
        var strange = Guid.Parse("00000000-0000-0000-0000-0000000000d9");
        var request = new StatisticsRequest { BcNos = ["NOPE", "C1"], BcIds = [strange] };

        var results = await world.Documents.UpdateStatisticsAsync(request, world.World.Observer, default).ToListAsync();

        Assert.Equal(SyncAction.Created, Assert.Single(results, result => result.BcNo == "C1").Action);
        var errors = results.Select(result => result.Error).OfType<BcSyncError>().ToList();
        Assert.All(errors, error => Assert.Equal("BcSync.Customer.NotFound", error.ErrorId));
        Assert.Equal([("NOPE", null), (null, strange)], errors.Select(error => (error.BcNo, error.BcId)));
        Assert.Empty(world.World.Observer.Warnings);
    }

    private static async Task<BcScheduleEntry> EntryAsync(OrderWorld world) =>
        Assert.Single(await world.World.Session.Schedule.GetAsync(StatisticsWorld.Job, default).ToListAsync());
}
