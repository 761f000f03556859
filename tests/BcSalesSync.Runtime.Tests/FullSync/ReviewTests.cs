using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.FullSync;

public sealed class ReviewTests
{
    private static readonly string[] All = ["SALESPEOPLE", "CURRENCY", "CUSTOMER", "CONTACT"];

    [Fact]
    [Trait("Scenario", "FUL-104")]
    public async Task Customers_wait_for_what_they_refer_to_and_contacts_for_customers()
    {
        await using var world = await SyncWorld.OpenAsync();

        var lines = await world.ReviewAsync();

        var dependencies = lines.ToDictionary(line => line.Mapping, line => line.DependsOn);
        Assert.Empty(dependencies["SALESPEOPLE"]);
        Assert.Empty(dependencies["CURRENCY"]);
        Assert.Equal(["SALESPEOPLE", "CURRENCY"], dependencies["CUSTOMER"].Take(2));
        Assert.Equal("CUSTOMER", dependencies["CONTACT"][0]);
        Assert.All(lines.SelectMany(line => line.DependsOn), name => Assert.Contains(name, dependencies.Keys));
        Assert.All(lines, line => Assert.Equal((FullSyncStatus.NotStarted, null), (line.Status, line.RunId)));
    }

    [Fact]
    public async Task No_mapping_waits_for_what_the_systems_answer_about_another()
    {
        await using var world = await SyncWorld.OpenAsync();
        var contacts = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var customers = world.Watch.HoldWhen(request =>
        {
            if (request.RequestUri!.AbsolutePath.Contains("/contacts", StringComparison.Ordinal))
                contacts.TrySetResult();
            return Task.FromResult(request.RequestUri.AbsolutePath.Contains("/customers", StringComparison.Ordinal));
        });

        var review = world.ReviewAsync();
        await customers.Reached;
        await contacts.Task.WaitAsync(TimeSpan.FromMinutes(1));
        customers.Release();

        Assert.NotEmpty(await review);
    }

    [Theory]
    [InlineData(false, false, FullSyncRecommendation.NoRecords, null)]
    [InlineData(true, false, FullSyncRecommendation.FullSync, FullSyncAction.FullSync)]
    [InlineData(false, true, FullSyncRecommendation.FullSync, FullSyncAction.FullSync)]
    [InlineData(true, true, FullSyncRecommendation.Couple, FullSyncAction.Couple)]
    [Trait("Scenario", "FUL-114")]
    public async Task The_recommendation_depends_on_which_side_holds_records(bool inBc, bool inSales, FullSyncRecommendation recommendation, FullSyncAction? action)
    {
        await using var world = await SyncWorld.OpenAsync();
        if (inBc)
            await world.Desk.BcAsync("customers", new { displayName = "Alpine Ski House" });
        if (inSales)
            await world.Desk.SalesAsync("accounts", new { name = "Litware", customertypecode = 3 });

        var line = (await world.ReviewAsync()).Single(line => line.Mapping == "CUSTOMER");

        Assert.Equal((recommendation, action), (line.Recommendation, line.Action));
    }

    [Fact]
    [Trait("Scenario", "FUL-114")]
    public async Task Salespeople_are_always_fully_synchronised_and_currencies_only_while_Sales_has_a_single_one()
    {
        await using var world = await SyncWorld.OpenAsync();
        Assert.Equal([FullSyncRecommendation.FullSync, FullSyncRecommendation.FullSync], (await world.ReviewAsync()).Take(2).Select(line => line.Recommendation));

        await world.Desk.SalesAsync("transactioncurrencies", Currency("USD", 1.1m));

        Assert.Equal([FullSyncRecommendation.FullSync, FullSyncRecommendation.Couple], (await world.ReviewAsync()).Take(2).Select(line => line.Recommendation));
    }

    [Fact]
    [Trait("Scenario", "FUL-114")]
    public async Task Where_coupling_is_recommended_records_of_both_sides_are_coupled_and_not_created_anew()
    {
        using var folder = new TemporaryFolder();
        await using var world = await MatchWorld.OpenAsync(folder, "displayName");
        await world.CustomersAsync(("Alpine Ski House", "1"), ("Litware", "2"));
        await world.AccountsAsync(("Alpine Ski House", "3"), ("Northwind", "4"));
        Assert.Equal("Couples by displayName.", (await world.Session.ReviewAsync())["CUSTOMER"].Message);

        var line = Assert.Single(await world.FullSyncAsync(null, "CUSTOMER"));

        Assert.Equal((FullSyncStatus.Finished, FullSyncAction.Couple), (line.Status, line.Action));
        Assert.Equal((1, 0, 0, 1), (line.Coupled, line.Inserted, line.Modified, line.Failed));
        Assert.Equal((SyncOutcome.Failure, SyncOutcome.Failure), (line.ToSalesStatus, line.ToBusinessCentralStatus));
        Assert.Equal((2, 2), ((await world.Desk.RowsAsync("bc", "customers")).Count, (await world.Desk.RowsAsync("sales", "accounts")).Count));
    }

    [Fact]
    [Trait("Scenario", "FUL-114")]
    public async Task A_line_that_is_to_couple_says_while_no_criteria_are_chosen()
    {
        using var folder = new TemporaryFolder();
        await using var world = await MatchWorld.OpenAsync(folder);
        await world.CustomersAsync(("Alpine Ski House", "1"));
        await world.AccountsAsync(("Alpine Ski House", "1"));

        var line = (await world.Session.ReviewAsync())["CUSTOMER"];

        Assert.Equal(FullSyncRecommendation.Couple, line.Recommendation);
        Assert.Contains("Set-BcFieldMapping -Mapping CUSTOMER", line.Message, StringComparison.Ordinal);
        Assert.Null((await world.Session.PreviewFullSyncAsync(new FullSyncRequest { Action = FullSyncAction.FullSync }, default)
            .FirstAsync(preview => preview.Mapping == "CUSTOMER")).Message);
    }

    [Fact]
    [Trait("Scenario", "FUL-117")]
    public async Task The_review_has_one_line_a_mapping_and_what_an_earlier_start_left_out_is_back_with_the_next()
    {
        await using var world = await SyncWorld.OpenAsync();
        Assert.Equal(["CURRENCY"], (await world.FullSyncAsync(null, "CURRENCY")).Select(line => line.Mapping));

        var lines = await world.FullSyncAsync(null);

        Assert.Equal(All, lines.Select(line => line.Mapping).Where(All.Contains));
    }

    [Fact]
    public async Task A_disabled_mapping_has_no_line()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CONTACT", Enabled = false });

        Assert.Equal(["SALESPEOPLE", "CURRENCY", "CUSTOMER"], (await world.ReviewAsync()).Select(line => line.Mapping).Where(All.Contains));
    }

    [Fact]
    public async Task Salespeople_have_no_line_where_teams_own_records()
    {
        await using var world = await SyncWorld.OpenAsync(ownership: OwnershipModel.Team);

        var names = (await world.ReviewAsync()).Select(line => line.Mapping).ToArray();
        Assert.DoesNotContain("SALESPEOPLE", names);
        Assert.Contains("CUSTOMER", names);
    }

    [Fact]
    [Trait("Scenario", "FUL-127")]
    public async Task Once_started_lines_without_dependency_begin_and_the_others_wait()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        Assert.All(await world.ReviewAsync(), line => Assert.Equal(FullSyncStatus.NotStarted, line.Status));
        var hold = world.Watch.HoldWrites();
        var running = Task.WhenAll(world.RunningAsync("SALESPEOPLE"), world.RunningAsync("CURRENCY"));

        await world.Session.StartFullSyncAsync(new FullSyncRequest { Action = FullSyncAction.FullSync }, default);
        await running;

        Assert.Equal(
            [FullSyncStatus.Running, FullSyncStatus.Running, FullSyncStatus.Waiting, FullSyncStatus.Waiting],
            (await world.ReviewAsync()).Where(line => All.Contains(line.Mapping)).Select(line => line.Status));
        hold.Release();
    }

    private static object Currency(string code, decimal rate) => new { isocurrencycode = code, currencyname = code, currencysymbol = code, exchangerate = rate, currencyprecision = 2 };
}
