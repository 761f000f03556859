using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Conflicts;

public sealed class UpdateConflictTests
{
    [Theory]
    [InlineData(SyncDirection.ToSales)]
    [InlineData(SyncDirection.ToBusinessCentral)]
    [Trait("Scenario", "CFL-113")]
    public async Task Without_a_rule_both_values_stay_and_the_conflict_is_an_error(SyncDirection direction)
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await ClashAsync(world);

        var result = Assert.Single(await world.RunAsync("CUSTOMER", direction));

        Assert.Equal((SyncAction.Conflict, FailureClass.Conflict), (result.Action, result.Error!.Class));
        Assert.Contains("'111'", result.Error.Message, StringComparison.Ordinal);
        Assert.Equal("Failed=1", await world.CountsAsync("CUSTOMER", direction));
        Assert.Equal(("111", "222"), await FaxesAsync(pair));
        var coupling = await pair.CouplingAsync();
        Assert.Equal(SyncOutcome.Failure, direction is SyncDirection.ToSales ? coupling.ToSalesResult : coupling.ToBusinessCentralResult);
    }

    [Fact]
    [Trait("Scenario", "CFL-118")]
    public async Task Send_to_Sales_lets_Business_Central_win()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", UpdateConflict = UpdateConflictPolicy.SendToSales });
        var pair = await ClashAsync(world);

        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);

        Assert.Equal("Modified=1", await world.CountsAsync("CUSTOMER", SyncDirection.ToSales));
        Assert.Equal(("111", "111"), await FaxesAsync(pair));
    }

    [Fact]
    [Trait("Scenario", "CFL-120")]
    public async Task Get_from_Sales_lets_Sales_win()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", UpdateConflict = UpdateConflictPolicy.GetFromSales });
        var pair = await ClashAsync(world);

        await world.RunAsync("CUSTOMER", SyncDirection.ToBusinessCentral);

        Assert.Equal("Modified=1", await world.CountsAsync("CUSTOMER", SyncDirection.ToBusinessCentral));
        Assert.Equal(("222", "222"), await FaxesAsync(pair));
    }

    [Theory]
    [InlineData(UpdateConflictPolicy.SendToSales, "111")]
    [InlineData(UpdateConflictPolicy.GetFromSales, "222")]
    public async Task A_rule_decides_in_one_run_of_both_directions(UpdateConflictPolicy rule, string winner)
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", UpdateConflict = rule });
        var pair = await ClashAsync(world);

        var results = await world.RunAsync("CUSTOMER");

        Assert.All(results, result => Assert.Null(result.Error));
        Assert.Equal((winner, winner), await FaxesAsync(pair));
        Assert.Empty(await world.RunAsync("CUSTOMER"));
    }

    [Theory]
    [InlineData(true, "111")]
    [InlineData(false, "222")]
    public async Task Newer_wins_takes_the_side_that_was_edited_last(bool bcIsNewer, string winner)
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", UpdateConflict = UpdateConflictPolicy.NewerWins });
        var pair = await world.CustomerInStepAsync();
        if (bcIsNewer)
            await pair.EditSalesAsync(("fax", "222"));
        await pair.EditBcAsync(("faxNumber", "111"));
        if (!bcIsNewer)
            await pair.EditSalesAsync(("fax", "222"));

        await world.RunAsync("CUSTOMER");

        Assert.Equal((winner, winner), await FaxesAsync(pair));
    }

    [Theory]
    [InlineData(SyncDirection.ToSales, "111")]
    [InlineData(SyncDirection.ToBusinessCentral, "222")]
    public async Task Synchronise_now_solves_a_conflict_for_good(SyncDirection direction, string winner)
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await ClashAsync(world);
        await world.RunAsync("CUSTOMER");
        Assert.NotNull((await pair.CouplingAsync()).Error);

        var result = await pair.SyncAsync(direction);

        Assert.Equal((SyncAction.Updated, null), (result.Action, result.Error));
        Assert.Equal((winner, winner), await FaxesAsync(pair));
        Assert.Empty(await world.RunAsync("CUSTOMER"));
        Assert.Null((await pair.CouplingAsync()).Error);
    }

    [Fact]
    public async Task A_conflict_that_a_user_ends_by_agreeing_is_over()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await ClashAsync(world);
        await world.RunAsync("CUSTOMER");
        await pair.EditSalesAsync(("fax", "111"));

        Assert.Empty(await world.RunAsync("CUSTOMER"));

        var coupling = await pair.CouplingAsync();
        Assert.Equal((SyncOutcome.Success, SyncOutcome.Success, false, null), (coupling.ToSalesResult, coupling.ToBusinessCentralResult, coupling.Skipped, coupling.Error));
    }

    private static async Task<CoupledPair> ClashAsync(SyncWorld world)
    {
        var pair = await world.CustomerInStepAsync();
        await pair.EditBcAsync(("faxNumber", "111"));
        await pair.EditSalesAsync(("fax", "222"));
        return pair;
    }

    private static async Task<(string?, string?)> FaxesAsync(CoupledPair pair) => (await pair.BcAsync("faxNumber"), await pair.SalesAsync("fax"));
}
