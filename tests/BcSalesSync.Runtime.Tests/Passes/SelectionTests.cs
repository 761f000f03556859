using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Passes;

public sealed class SelectionTests
{
    [Fact]
    [Trait("Scenario", "ENG-101")]
    public async Task Only_records_inside_the_filter_are_created_in_Sales_and_the_rest_after_it_is_cleared()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.ChangeAsync(new TableMappingChange { Name = "CURRENCY", SyncOnlyCoupled = false, BcFilter = "code ne 'SEK'" });

        await world.RunAsync("CURRENCY");

        Assert.Equal("Inserted=2", await world.CountsAsync("CURRENCY", SyncDirection.ToSales));
        Assert.DoesNotContain(await world.Desk.RowsAsync("sales", "transactioncurrencies"), row => row["isocurrencycode"]!.ToString() == "SEK");

        await world.ChangeAsync(new TableMappingChange { Name = "CURRENCY", BcFilter = "" });
        var third = await world.CreateInSalesAsync("CURRENCY", "SEK");
        await third.EditBcAsync(("displayName", "Krona"));
        await world.RunAsync("CURRENCY");

        Assert.Equal("Krona", await third.SalesAsync("currencyname"));
    }

    [Fact]
    [Trait("Scenario", "ENG-101")]
    public async Task Only_rows_inside_the_filter_are_created_in_Business_Central()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.ChangeAsync(new TableMappingChange { Name = "SALESPEOPLE", SyncOnlyCoupled = false, SalesFilter = "fullname eq 'Linda Turner'" });

        await world.RunAsync("SALESPEOPLE");

        Assert.Equal("Inserted=1", await world.CountsAsync("SALESPEOPLE", SyncDirection.ToBusinessCentral));
    }

    [Theory]
    [InlineData(true, "Modified=1", 0)]
    [InlineData(false, "Inserted=1 Modified=1", 1)]
    [Trait("Scenario", "ENG-103")]
    public async Task Uncoupled_accounts_become_customers_only_where_the_mapping_creates(bool onlyCoupled, string counts, int created)
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", SyncOnlyCoupled = onlyCoupled });
        await pair.EditSalesAsync(("name", "New Name"));
        await world.AddInSalesAsync("CUSTOMER", new { name = "Newcomer", customertypecode = 3 });

        await world.RunAsync("CUSTOMER", SyncDirection.ToBusinessCentral);

        Assert.Equal("New Name", await pair.BcAsync("displayName"));
        Assert.Equal(counts, await world.CountsAsync("CUSTOMER", SyncDirection.ToBusinessCentral));
        Assert.Equal(created, (await world.Desk.RowsAsync("bc", "customers")).Count(row => row["displayName"]!.ToString() == "Newcomer"));
        Assert.Equal(1 + created, await world.Session.GetCouplingsAsync(new CouplingQuery { Mapping = "CUSTOMER" }, default).CountAsync());
    }

    [Theory]
    [InlineData(SyncDirection.ToSales, new[] { SyncDirection.ToSales })]
    [InlineData(SyncDirection.ToBusinessCentral, new[] { SyncDirection.ToBusinessCentral })]
    [InlineData(SyncDirection.Both, new[] { SyncDirection.ToSales, SyncDirection.ToBusinessCentral })]
    [Trait("Scenario", "ENG-106")]
    public async Task A_run_logs_one_job_a_direction_to_Sales_first(SyncDirection direction, SyncDirection[] expected)
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", Direction = direction });

        await world.RunAsync("CUSTOMER");

        var jobs = await world.Session.GetJobsAsync(new JobQuery { Mapping = "CUSTOMER" }, default).ToListAsync();
        Assert.Equal(expected, jobs.AsEnumerable().Reverse().Select(job => job.Direction));
        Assert.All(jobs, job => Assert.Equal((SyncJobStatus.Success, ""), (job.Status, job.Counts())));
    }

    [Fact]
    [Trait("Scenario", "ENG-108")]
    public async Task One_run_creates_what_is_missing_on_both_sides()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", SyncOnlyCoupled = false });
        await world.Desk.BcAsync("customers", new { displayName = "One" }, new { displayName = "Two" });
        await world.Desk.SalesAsync("accounts", new { name = "Three", customertypecode = 3 }, new { name = "Four", customertypecode = 3 });

        await world.RunAsync("CUSTOMER");

        string[] all = ["Four", "One", "Three", "Two"];
        Assert.Equal(all, (await world.Desk.RowsAsync("bc", "customers")).Select(row => row["displayName"]!.ToString()).Order());
        Assert.Equal(all, (await world.Desk.RowsAsync("sales", "accounts")).Select(row => row["name"]!.ToString()).Order());
        Assert.Equal(4, await world.Session.GetCouplingsAsync(new CouplingQuery { Mapping = "CUSTOMER" }, default).CountAsync());
    }

    [Theory]
    [InlineData(SyncDirection.ToSales, SyncDirection.ToBusinessCentral)]
    [InlineData(SyncDirection.ToBusinessCentral, SyncDirection.ToSales)]
    [Trait("Scenario", "ENG-164")]
    public async Task A_direction_the_mapping_does_not_allow_is_refused_and_logged(SyncDirection allowed, SyncDirection asked)
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", Direction = allowed });

        var refusal = await Assert.ThrowsAsync<SyncException>(() => world.RunAsync("CUSTOMER", asked));

        Assert.Equal("BcSync.Mapping.DirectionNotAllowed", refusal.Error.ErrorId);
        var job = await world.LastJobAsync("CUSTOMER", asked);
        Assert.NotNull(job.Finished);
        Assert.Contains("does not allow", job.Message, StringComparison.Ordinal);
        Assert.Equal("", job.Counts());
    }
}
