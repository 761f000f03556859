using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Skipped;

public sealed class SkippedCouplingTests
{
    [Fact]
    [Trait("Scenario", "SKP-132")]
    public async Task A_skipped_coupling_of_a_deleted_customer_can_be_removed()
    {
        await using var world = await FailingCustomers.OpenAsync();
        var pair = await world.SkippedAsync("C10000", "Adatum Corp.");
        await pair.DeleteInBcAsync();
        var skipped = await world.Session.GetCouplingsAsync(new CouplingQuery { Mapping = "CUSTOMER", Skipped = true }, default).ToListAsync();

        var outcome = await world.Session.UncoupleAsync(skipped, world.Observer, default).SingleAsync();

        Assert.Null(outcome.Error);
        Assert.Null(await pair.FindCouplingAsync());
    }

    [Fact]
    [Trait("Scenario", "SKP-148")]
    public async Task A_skipped_customer_is_free_again_when_it_is_coupled_to_another_account()
    {
        await using var world = await FailingCustomers.OpenAsync();
        var pair = await world.SkippedAsync("C10000", "Adatum Corp.");
        await pair.DeleteInSalesAsync();
        await world.CoupleSalespersonAsync();

        var other = await world.PairAsync("CUSTOMER", "C10000", "Trey Research", SyncDirection.ToSales);

        var coupling = await other.CouplingAsync();
        Assert.Equal((other.SalesId, false, SyncOutcome.Success), (coupling.SalesId, coupling.Skipped, coupling.ToSalesResult));
        Assert.NotEqual(pair.SalesId, other.SalesId);
        Assert.Equal("Adatum Corporation", await other.SalesAsync("name"));
    }

    [Theory]
    [InlineData(SyncDirection.ToSales)]
    [InlineData(SyncDirection.ToBusinessCentral)]
    [Trait("Scenario", "SKP-154")]
    public async Task A_success_is_noted_for_its_own_direction_only(SyncDirection direction)
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.PairAsync("CUSTOMER", "C10000", "Adatum Corp.");

        await pair.SyncAsync(direction);

        Assert.Equal("Modified=1", await world.CountsAsync("CUSTOMER", direction));
        var coupling = await pair.CouplingAsync();
        Assert.Equal(Expected(direction, SyncOutcome.Success), (coupling.ToSalesResult, coupling.ToBusinessCentralResult));
    }

    [Theory]
    [InlineData(SyncDirection.ToSales)]
    [InlineData(SyncDirection.ToBusinessCentral)]
    [Trait("Scenario", "SKP-158")]
    public async Task A_refused_write_is_noted_for_its_own_direction_only(SyncDirection direction)
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.PairAsync("CUSTOMER", "C10000", "Adatum Corp.");
        await RefuseWritesAsync(world, pair, direction);

        var result = await pair.SyncAsync(direction);

        Assert.Equal(SyncAction.Failed, result.Action);
        Assert.Equal("Failed=1", await world.CountsAsync("CUSTOMER", direction));
        var coupling = await pair.CouplingAsync();
        Assert.Equal(Expected(direction, SyncOutcome.Failure), (coupling.ToSalesResult, coupling.ToBusinessCentralResult));
        Assert.Equal(result.Error!.Message, coupling.Error);
        Assert.Equal(("Adatum Corporation", "Adatum Corp."), (await pair.BcAsync("displayName"), await pair.SalesAsync("name")));
    }

    [Fact]
    [Trait("Scenario", "SKP-164")]
    public async Task The_error_of_a_record_is_its_newest_one()
    {
        await using var world = await FailingCustomers.OpenAsync();
        var pair = await world.PairAsync("CUSTOMER", "C10000", "Adatum Corp.");
        var first = (await pair.SyncAsync(SyncDirection.ToSales)).Error!;
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.CoupleSalespersonAsync();
        await RefuseWritesAsync(world, pair, SyncDirection.ToSales);

        var second = (await pair.SyncAsync(SyncDirection.ToSales)).Error!;

        Assert.NotEqual(first.Message, second.Message);
        Assert.Equal(second.Message, (await pair.CouplingAsync()).Error);
        var errors = await world.Session.GetErrorsAsync(new ErrorQuery { Mapping = "CUSTOMER" }, default).ToListAsync();
        Assert.Equal([second.Message, first.Message], errors.Select(error => error.Message));
    }

    [Theory]
    [InlineData(SyncDirection.ToSales)]
    [InlineData(SyncDirection.ToBusinessCentral)]
    [Trait("Scenario", "SKP-164")]
    public async Task The_error_of_a_record_that_failed_in_one_direction_is_the_error_of_that_direction(SyncDirection direction)
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.PairAsync("CUSTOMER", "C10000", "Adatum Corp.");
        await RefuseWritesAsync(world, pair, direction);

        var error = (await pair.SyncAsync(direction)).Error!;

        var logged = await world.Session.GetErrorsAsync(new ErrorQuery { Mapping = "CUSTOMER", Last = 1 }, default).SingleAsync();
        Assert.Equal((direction, error.Message), (logged.Direction, logged.Message));
        Assert.Equal(error.Message, (await pair.CouplingAsync()).Error);
    }

    private static (SyncOutcome, SyncOutcome) Expected(SyncDirection direction, SyncOutcome outcome) =>
        direction is SyncDirection.ToSales ? (outcome, SyncOutcome.None) : (SyncOutcome.None, outcome);

    private static Task RefuseWritesAsync(SyncWorld world, CoupledPair pair, SyncDirection direction) => world.Desk.FaultAsync(
        direction is SyncDirection.ToSales
            ? (object) new { system = "sales", set = "accounts", status = 400, message = "The row is locked.", rowMatch = new { accountid = pair.SalesId } }
            : new { system = "bc", set = "customers", status = 400, message = "The record is locked.", rowMatch = new { id = pair.BcId } });
}
