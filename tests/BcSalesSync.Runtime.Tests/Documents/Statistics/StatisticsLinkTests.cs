using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Statistics;

/// <summary>Linking statistics changes the account, and nobody takes that for the edit of a user.</summary>
public sealed class StatisticsLinkTests
{
    [Theory]
    [InlineData(UpdateConflictPolicy.Fail, ConflictScope.Field)]
    [InlineData(UpdateConflictPolicy.NewerWins, ConflictScope.Field)]
    [InlineData(UpdateConflictPolicy.Fail, ConflictScope.Record)]
    [InlineData(UpdateConflictPolicy.NewerWins, ConflictScope.Record)]
    public async Task The_next_run_of_the_customers_has_nothing_to_do(UpdateConflictPolicy conflict, ConflictScope scope)
    {
        await using var world = await LinkedAsync(conflict, scope);

        var results = await world.World.RunAsync("CUSTOMER");

        Assert.All(results, result => Assert.Equal(SyncAction.Unchanged, result.Action));
    }

    [Theory]
    [InlineData(UpdateConflictPolicy.Fail, ConflictScope.Field)]
    [InlineData(UpdateConflictPolicy.NewerWins, ConflictScope.Field)]
    [InlineData(UpdateConflictPolicy.Fail, ConflictScope.Record)]
    [InlineData(UpdateConflictPolicy.NewerWins, ConflictScope.Record)]
    public async Task An_edit_in_Business_Central_before_it_meets_no_conflict(UpdateConflictPolicy conflict, ConflictScope scope)
    {
        await using var world = await OpenAsync(conflict, scope);
        await world.Customer.EditBcAsync(("city", "Cambridge"));
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.UpdateStatisticsAsync("C1");

        var results = await world.World.RunAsync("CUSTOMER");

        Assert.Equal(SyncAction.Updated, Assert.Single(results, result => result.Action is not SyncAction.Unchanged).Action);
        Assert.Equal(("Cambridge", "Cambridge"), (await world.Customer.BcAsync("city"), await world.Customer.SalesAsync("address1_city")));
    }

    [Fact]
    public async Task An_edit_of_a_user_from_before_still_travels()
    {
        await using var world = await OpenAsync(UpdateConflictPolicy.Fail, ConflictScope.Record);
        await world.Customer.EditSalesAsync(("address1_city", "Cambridge"));
        await world.UpdateStatisticsAsync("C1");

        await world.World.RunAsync("CUSTOMER");

        Assert.Equal("Cambridge", await world.Customer.BcAsync("city"));
    }

    [Fact]
    public async Task A_user_edit_on_both_sides_is_a_conflict_all_the_same()
    {
        await using var world = await OpenAsync(UpdateConflictPolicy.Fail, ConflictScope.Record);
        await world.Customer.EditBcAsync(("city", "Cambridge"));
        await world.Customer.EditSalesAsync(("telephone1", "1234"));
        await world.UpdateStatisticsAsync("C1");

        var results = await world.World.RunAsync("CUSTOMER", SyncDirection.ToSales);

        Assert.Equal(SyncAction.Conflict, Assert.Single(results).Action);
    }

    [Fact]
    public async Task A_customer_that_is_coupled_to_another_account_takes_its_statistics_along()
    {
        await using var world = await LinkedAsync(UpdateConflictPolicy.Fail, ConflictScope.Field);
        var before = (await world.FiguresAsync(world.Customer))!.Id("nav_accountstatisticsid");
        await world.World.Session.UncoupleAsync([await world.Customer.CouplingAsync()], world.World.Observer, default).CountAsync();
        var other = (await world.Desk.SalesAsync("accounts", new { name = "Adatum East", customertypecode = 3 }))[0]!["accountid"]!.GetValue<Guid>();
        Assert.Null((await world.World.CoupleAsync("CUSTOMER", new RecordSelector { BcNo = "C1", SalesId = other })).Error);

        var job = await world.RunStatisticsJobAsync();

        Assert.Equal((1, 0), (job.Inserted, job.Failed));
        Assert.Equal(before, (await world.Desk.RowAsync("sales", "accounts", other))!.Id("nav_accountstatisticsid"));
        Assert.Equal(0, (await world.RunStatisticsJobAsync()).Inserted);
    }

    [Fact]
    public async Task An_account_whose_customer_is_uncoupled_shows_no_statistics_any_more()
    {
        await using var world = await LinkedAsync(UpdateConflictPolicy.Fail, ConflictScope.Field);

        await world.World.UncoupleAsync(await world.Customer.CouplingAsync());

        Assert.Empty(await world.Desk.RowsAsync("sales", "nav_accountstatisticses"));
        Assert.Equal(string.Empty, await world.Customer.SalesAsync("nav_accountstatisticsid") ?? string.Empty);
    }

    [Fact]
    public async Task Statistics_that_Sales_keeps_do_not_keep_the_coupling()
    {
        await using var world = await LinkedAsync(UpdateConflictPolicy.Fail, ConflictScope.Field);
        await world.Desk.FaultAsync(new { system = "sales", method = "DELETE", path = "nav_accountstatisticses", operation = true, status = 403, times = 9 });

        Assert.Null(Assert.Single(await world.World.UncoupleAsync(await world.Customer.CouplingAsync())).Error);

        Assert.Null(await world.Customer.FindCouplingAsync());
    }

    [Fact]
    public async Task An_answer_that_is_lost_makes_no_second_row()
    {
        await using var world = await OpenAsync(UpdateConflictPolicy.Fail, ConflictScope.Field);
        await world.Desk.FaultAsync(new { system = "sales", method = "POST", path = "$batch", when = "after", times = 1 });

        await world.UpdateStatisticsAsync("C1");
        await world.UpdateStatisticsAsync("C1");

        Assert.Single(await world.Desk.RowsAsync("sales", "nav_accountstatisticses"));
        Assert.NotNull(await world.FiguresAsync(world.Customer));
    }

    private static async Task<OrderWorld> OpenAsync(UpdateConflictPolicy conflict, ConflictScope scope)
    {
        var world = await OrderWorld.OpenAsync();
        await world.World.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", UpdateConflict = conflict, ConflictScope = scope });
        await world.World.RunAsync("CUSTOMER");
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        return world;
    }

    private static async Task<OrderWorld> LinkedAsync(UpdateConflictPolicy conflict, ConflictScope scope)
    {
        var world = await OpenAsync(conflict, scope);
        Assert.Equal(SyncAction.Created, Assert.Single(await world.UpdateStatisticsAsync("C1")).Action);
        return world;
    }
}
