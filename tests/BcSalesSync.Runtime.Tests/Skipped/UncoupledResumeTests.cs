using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Skipped;

/// <summary>Records that failed again and again before they had a partner.</summary>
public sealed class UncoupledResumeTests
{
    [Fact]
    public async Task A_parked_record_is_left_alone_until_it_is_named_and_then_comes_with_the_next_run()
    {
        await using var world = await OpenAsync();
        var parked = await ParkedAsync(world);
        await world.Desk.ClearFaultsAsync();
        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);
        Assert.Null(await world.CouplingAsync("CUSTOMER", parked.BcId!.Value));

        var resumed = Assert.Single(await ResumeAsync(world, new RecordSelector { BcNo = "c10000" }));
        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);

        Assert.Equal((parked.BcId, Guid.Empty, "C10000", "customers"), (resumed.BcId, resumed.SalesId, resumed.BcNo, resumed.BcTable));
        Assert.Equal((SyncOutcome.Failure, false, parked.Error!.Message), (resumed.ToSalesResult, resumed.Skipped, resumed.Error));
        Assert.Equal("Inserted=1", await world.CountsAsync("CUSTOMER", SyncDirection.ToSales));
        Assert.NotNull(await world.CouplingAsync("CUSTOMER", parked.BcId.Value));
    }

    [Fact]
    public async Task A_parked_row_of_Sales_is_taken_up_by_its_name()
    {
        await using var world = await OpenAsync();
        await world.Desk.FaultAsync(new { system = "bc", set = "customers", status = 400, message = "Refused.", rowMatch = new { displayName = "Fabrikam" } });
        var name = new RecordSelector { SalesName = "Fabrikam" };
        await world.CoupleAsync("CUSTOMER", name, createIn: SystemSide.BusinessCentral);
        Assert.Equal(SyncAction.Skipped, Assert.Single(await world.SyncAsync("CUSTOMER", SyncDirection.ToBusinessCentral, name)).Action);
        await world.Desk.ClearFaultsAsync();

        var resumed = Assert.Single(await ResumeAsync(world, new RecordSelector { SalesName = "Fab*" }));

        Assert.Equal((Guid.Empty, "Fabrikam", SyncOutcome.Failure), (resumed.BcId, resumed.SalesName, resumed.ToBusinessCentralResult));
        await world.RunAsync("CUSTOMER", SyncDirection.ToBusinessCentral);
        Assert.Equal("Fabrikam", Assert.Single(await world.CouplingsAsync("CUSTOMER")).SalesName);
    }

    [Fact]
    public async Task Rows_of_the_error_log_name_what_to_take_up_and_the_same_one_twice_is_no_error()
    {
        await using var world = await OpenAsync();
        var parked = await ParkedAsync(world);
        var logged = await world.Session.GetErrorsAsync(new ErrorQuery { Mapping = "CUSTOMER" }, default).ToListAsync();

        var resumed = new List<BcCoupling>();
        foreach (var error in logged)
        {
            resumed.AddRange(await ResumeAsync(world, new RecordSelector
            {
                BcId = error.BcId, BcNo = error.BcNo, SalesId = error.SalesId, SalesName = error.SalesName,
            }));
        }

        Assert.True(logged.Count > 1);
        Assert.Equal(parked.BcId, Assert.Single(resumed).BcId);
    }

    [Fact]
    public async Task Without_a_name_everything_that_failed_is_taken_up()
    {
        await using var world = await OpenAsync();
        await ParkedAsync(world);
        await ParkedAsync(world, "C20000", "Trey Research");
        await world.Desk.ClearFaultsAsync();

        Assert.Equal(2, (await ResumeAsync(world, null)).Count);
        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);

        Assert.Equal("Inserted=2", await world.CountsAsync("CUSTOMER", SyncDirection.ToSales));
        Assert.Empty(await ResumeAsync(world, null));
    }

    [Theory]
    [InlineData("C99999")]
    [InlineData("C60000")]
    public async Task A_name_that_nothing_failed_under_is_an_error_that_says_where_to_look(string number)
    {
        await using var world = await OpenAsync();
        await ParkedAsync(world);

        var problem = await Assert.ThrowsAsync<SyncException>(() => ResumeAsync(world, new RecordSelector { BcNo = number }));

        Assert.Equal("BcSync.Record.NothingToResume", problem.Error.ErrorId);
        Assert.Contains(number, problem.Error.Message, StringComparison.Ordinal);
        Assert.Contains("Get-BcSyncError", problem.Error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pattern_may_fit_nothing()
    {
        await using var world = await OpenAsync();

        Assert.Empty(await ResumeAsync(world, new RecordSelector { BcNo = "C9*" }));
    }

    [Fact]
    public async Task A_skipped_pair_that_lost_a_record_says_so_when_it_is_named()
    {
        await using var world = await FailingCustomers.OpenAsync();
        var pair = await world.SkippedAsync("C10000", "Adatum Corp.");
        await pair.DeleteInSalesAsync();

        var problem = await Assert.ThrowsAsync<SyncException>(() => world.ResumeAsync(pair));

        Assert.Equal("BcSync.Record.PartnerGone", problem.Error.ErrorId);
        Assert.True((await pair.CouplingAsync()).Skipped);
    }

    [Fact]
    public async Task A_pair_that_goes_on_by_itself_is_no_error()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();

        Assert.Empty(await world.ResumeAsync(pair));
    }

    // Nothing is due any more, so that a run only takes what is taken up again.
    private static async Task<SyncWorld> OpenAsync()
    {
        var world = await CoupledRecords.OpenAsync();
        await world.RunAsync("CUSTOMER");
        return world;
    }

    // A create that Sales refused twice.
    private static async Task<BcSyncResult> ParkedAsync(SyncWorld world, string number = "C10000", string name = "Adatum Corporation")
    {
        await world.Desk.FaultAsync(new { system = "sales", set = "accounts", status = 400, message = "Refused.", rowMatch = new { name } });
        await world.CoupleAsync("CUSTOMER", new RecordSelector { BcNo = number }, createIn: SystemSide.Sales);
        var result = Assert.Single(await world.SyncAsync("CUSTOMER", SyncDirection.ToSales, new RecordSelector { BcNo = number }));
        Assert.Equal(SyncAction.Skipped, result.Action);
        return result;
    }

    private static async Task<List<BcCoupling>> ResumeAsync(SyncWorld world, RecordSelector? records) => await world.Session
        .ResumeRecordsAsync(new CouplingQuery { Mapping = "CUSTOMER", Records = records }, default).ToListAsync();
}
