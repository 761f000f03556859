using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.FullSync;

public sealed class LineTests
{
    [Fact]
    [Trait("Scenario", "FUL-118")]
    [Trait("Scenario", "FUL-113")]
    public async Task A_line_shows_its_run_and_its_dependants_follow_by_themselves()
    {
        await using var world = await SyncWorld.OpenAsync();
        await AddCurrencyAsync(world, "USD", 90m);
        await world.Desk.BcAsync("customers", new { displayName = "Alpine Ski House", currencyCode = "USD" });
        await world.ReviewAsync();
        var hold = world.Watch.HoldWrites();
        var started = await world.Session.StartFullSyncAsync(new FullSyncRequest { Mappings = ["CURRENCY", "CUSTOMER"], Action = FullSyncAction.FullSync }, default);
        await hold.Reached;

        var (currency, customer) = await LinesAsync(world);
        Assert.Equal((FullSyncStatus.Running, SyncOutcome.None, started.RunId), (currency.Status, currency.ToBusinessCentralStatus, currency.RunId));
        Assert.Equal(FullSyncStatus.Waiting, customer.Status);
        var job = await world.LastJobAsync("CURRENCY", SyncDirection.ToSales);
        Assert.Equal((started.RunId, SyncJobType.FullSync, SyncJobStatus.Running), (job.RunId, job.Type, job.Status));

        hold.Release();
        await world.Session.WaitFullSyncAsync(world.Observer, default);

        (currency, customer) = await LinesAsync(world);
        Assert.Equal((FullSyncStatus.Finished, SyncOutcome.Success, SyncOutcome.None, 1), (currency.Status, currency.ToSalesStatus, currency.ToBusinessCentralStatus, currency.Inserted));
        Assert.Equal((FullSyncStatus.Finished, SyncOutcome.Success, SyncOutcome.Success, 1), (customer.Status, customer.ToSalesStatus, customer.ToBusinessCentralStatus, customer.Inserted));
        Assert.Equal(100, customer.PercentComplete);
    }

    [Fact]
    public async Task A_line_that_has_nothing_to_do_names_what_earlier_runs_left_out_of_step()
    {
        await using var world = await FailingCustomers.OpenAsync();
        await world.ThreeSkippedAsync();
        await world.FullSyncAsync(FullSyncAction.Couple, "CUSTOMER");

        var customer = Assert.Single(await world.FullSyncAsync(FullSyncAction.Couple, "CUSTOMER"));

        Assert.Equal(0, customer.Failed);
        Assert.Contains("3 skipped", customer.Message, StringComparison.Ordinal);
        Assert.Contains("Get-BcCoupling -Mapping CUSTOMER -Skipped", customer.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Scenario", "FUL-120")]
    public async Task Failed_records_finish_a_line_with_an_error_in_their_direction()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.Desk.BcAsync("salespeoplePurchasers", new { code = "NN", displayName = "Nobody" });
        await world.Desk.BcAsync(
            "customers", new { displayName = "Alpine Ski House", salespersonCode = "NN" }, new { displayName = "Litware", salespersonCode = "NN" });
        await AddAccountsInUncoupledCurrencyAsync(world, "Northwind", "Fabrikam");

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.FullSync, "CUSTOMER"));

        Assert.Equal(
            (FullSyncStatus.Finished, SyncOutcome.Failure, SyncOutcome.Failure, 4), (line.Status, line.ToSalesStatus, line.ToBusinessCentralStatus, line.Failed));
        Assert.Contains("Get-BcSyncError", line.Message, StringComparison.Ordinal);
        var errors = await world.Session.GetErrorsAsync(new ErrorQuery { Mapping = "CUSTOMER" }, default).ToListAsync();
        Assert.Equal([FailureClass.DependencyMissing], errors.Select(error => error.Class).Distinct());
        Assert.All(errors, error => Assert.NotEmpty(error.RecommendedAction));
    }

    [Fact]
    [Trait("Scenario", "FUL-123")]
    public async Task A_full_synchronisation_creates_within_the_filters_and_leaves_the_mapping_as_it_was()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.ChangeAsync(new TableMappingChange
        {
            Name = "SALESPEOPLE", BcFilter = "email ne ''", SalesFilter = "isdisabled eq false and islicensed eq true and isintegrationuser eq false and mobilephone ne null",
        });
        var before = await world.Session.GetTableMappingsAsync("SALESPEOPLE", default).FirstAsync();
        Assert.True(before.SyncOnlyCoupled);

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.FullSync, "SALESPEOPLE"));

        Assert.Equal((FullSyncStatus.Finished, 3, 0), (line.Status, line.Inserted, line.Failed));
        Assert.Equivalent(before, await world.Session.GetTableMappingsAsync("SALESPEOPLE", default).FirstAsync(), strict: true);
    }

    [Fact]
    [Trait("Scenario", "FUL-126")]
    public async Task A_mapping_under_full_synchronisation_takes_no_other_run_and_is_free_again_afterwards()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.Desk.BcAsync("customers", new { displayName = "Alpine Ski House" });
        await world.ReviewAsync();
        var hold = world.Watch.HoldWrites();
        await world.Session.StartFullSyncAsync(new FullSyncRequest { Mappings = ["CUSTOMER"], Action = FullSyncAction.FullSync }, default);
        await hold.Reached;

        var refused = await Assert.ThrowsAsync<SyncException>(() => world.RunAsync("CUSTOMER"));

        Assert.Equal("BcSync.Run.Busy", refused.Error.ErrorId);
        hold.Release();
        await world.Session.WaitFullSyncAsync(world.Observer, default);
        Assert.Empty(await world.RunAsync("CUSTOMER"));
    }

    [Fact]
    public async Task A_record_that_waits_for_a_later_mapping_is_taken_up_at_the_end()
    {
        await using var world = await SyncWorld.OpenAsync();
        var customer = (await world.Desk.BcAsync("customers", new { displayName = "Alpine Ski House" }))[0]!;
        var company = Assert.Single(await world.Desk.RowsAsync("bc", "contacts"), row => (string?)row["type"] == "Company");
        await AddPersonAsync(world, "Front Desk", company["number"]!);
        var second = await AddPersonAsync(world, "Back Office", company["number"]!);
        await world.Desk.BcAsync("customers", new { id = customer["id"], primaryContactNumber = second });

        var lines = await world.FullSyncAsync(FullSyncAction.FullSync);

        Assert.All(lines, line => Assert.Equal((FullSyncStatus.Finished, 0), (line.Status, line.Failed)));
        var account = Assert.Single(await world.Desk.RowsAsync("sales", "accounts"));
        var contact = await world.Desk.RowAsync("sales", "contacts", account["_primarycontactid_value"]!.GetValue<Guid>());
        Assert.Equal("Back Office", (string?)contact!["fullname"]);
        await world.Desk.ResetRequestsAsync();
        await world.FullSyncAsync(FullSyncAction.FullSync);
        Assert.DoesNotContain(await world.Desk.RequestsAsync(), count => count.Method == "PATCH");
    }

    private static async Task<string> AddPersonAsync(SyncWorld world, string name, object company) =>
        (string)(await world.Desk.BcAsync("contacts", new { type = "Person", displayName = name, companyNumber = company }))[0]!["number"]!;

    private static async Task AddCurrencyAsync(SyncWorld world, string code, decimal price)
    {
        await world.Desk.BcAsync("currencies", new { code, displayName = code, symbol = code });
        await world.Desk.SilentlyAsync("bc", "currencyExchangeRates", new
        {
            currencyCode = code, startingDate = "2026-01-01", exchangeRateAmount = 100m, relationalExchangeRateAmount = price,
        });
    }

    private static async Task AddAccountsInUncoupledCurrencyAsync(SyncWorld world, params string[] names)
    {
        var currency = (await world.Desk.SalesAsync(
            "transactioncurrencies", new { isocurrencycode = "USD", currencyname = "US dollar", currencysymbol = "$", exchangerate = 1.1m, currencyprecision = 2 }))[0]!;
        foreach (var name in names)
        {
            await world.Desk.SalesAsync("accounts", new Dictionary<string, object>
            {
                ["name"] = name, ["customertypecode"] = 3, ["transactioncurrencyid@odata.bind"] = $"/transactioncurrencies({currency["transactioncurrencyid"]})",
            });
        }
    }

    private static async Task<(BcFullSyncLine Currency, BcFullSyncLine Customer)> LinesAsync(SyncWorld world)
    {
        var lines = await world.ReviewAsync();
        return (lines.Single(line => line.Mapping == "CURRENCY"), lines.Single(line => line.Mapping == "CUSTOMER"));
    }
}
