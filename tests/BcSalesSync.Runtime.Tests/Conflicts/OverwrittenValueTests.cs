using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Conflicts;

public sealed class OverwrittenValueTests
{
    [Fact]
    public async Task The_value_that_loses_by_a_rule_is_kept_with_what_took_its_place()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", UpdateConflict = UpdateConflictPolicy.SendToSales });
        var pair = await ClashAsync(world);

        await world.RunAsync("CUSTOMER");

        var lost = Assert.Single(await LostAsync(world));
        Assert.Equal(("fax", "222", "111", SyncDirection.ToSales), (lost.Field, lost.LostValue, lost.KeptValue, lost.Direction));
        Assert.Equal((pair.BcId, pair.SalesId, "C10000"), (lost.BcId, lost.SalesId, lost.BcNo));
        Assert.Equal((await world.LastJobAsync("CUSTOMER", SyncDirection.ToSales)).Id, lost.JobId);
    }

    [Fact]
    public async Task A_value_is_kept_though_the_answer_to_the_write_was_lost()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", UpdateConflict = UpdateConflictPolicy.SendToSales });
        var pair = await ClashAsync(world);
        await world.Desk.FaultAsync(new { system = "sales", method = "POST", path = "$batch", when = "after", times = 1 });

        await world.RunAsync("CUSTOMER");

        Assert.Equal("111", await pair.SalesAsync("fax"));
        Assert.Equal(("fax", "222"), Assert.Single((await LostAsync(world)).Select(lost => (lost.Field, lost.LostValue))));
    }

    [Fact]
    public async Task A_reference_that_was_changed_where_it_does_not_count_is_kept_too()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.CustomerInStepAsync();
        var mine = await world.ContactInStepAsync("CT000202", "Mira Ostrowski");
        var other = await world.AddInSalesAsync("CONTACT", new { firstname = "Cora", lastname = "Newman" });
        var number = (await world.Desk.BcAsync("opportunities", new { description = "Chairs", contactNumber = "CT000202", salespersonCode = "JO" }))[0]!["number"]!.ToString();
        var pair = await world.CreateInSalesAsync("OPPORTUNITY", number);
        await world.RunAsync("OPPORTUNITY");
        await pair.EditSalesAsync(("parentcontactid", other));

        await world.RunAsync("OPPORTUNITY");
        await world.RunAsync("OPPORTUNITY");

        Assert.Equal(mine.SalesId.ToString(), await pair.SalesAsync("parentcontactid"));
        var lost = await world.Session.GetOverwrittenValuesAsync(new OverwrittenValueQuery { Mapping = "OPPORTUNITY" }, default).ToListAsync();
        Assert.Equal(other.ToString(), Assert.Single(lost, value => value.Field == "parentcontactid").LostValue);
    }

    [Fact]
    public async Task A_value_that_a_person_lets_lose_is_kept_too()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await ClashAsync(world);

        await pair.SyncAsync(SyncDirection.ToBusinessCentral);

        var lost = Assert.Single(await LostAsync(world));
        Assert.Equal(("faxNumber", "111", "222"), (lost.Field, lost.LostValue, lost.KeptValue));
    }

    [Fact]
    public async Task A_value_that_follows_an_edit_of_the_other_side_alone_is_not_lost()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await pair.EditBcAsync(("faxNumber", "111"));
        await world.RunAsync("CUSTOMER");
        var known = (await LostAsync(world)).Count;

        await pair.EditBcAsync(("faxNumber", "333"));
        await world.RunAsync("CUSTOMER");

        Assert.Equal("333", await pair.SalesAsync("fax"));
        Assert.Equal(known, (await LostAsync(world)).Count);
    }

    [Fact]
    public async Task The_plan_says_whose_edit_would_be_lost()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", UpdateConflict = UpdateConflictPolicy.SendToSales });
        var pair = await ClashAsync(world);
        await pair.EditBcAsync(("website", "www.adatum.example"));

        var plan = await world.Session.PlanAsync(new SyncNowRequest { Mapping = "CUSTOMER", Direction = SyncDirection.ToSales }, world.Observer, default)
            .SingleAsync();

        Assert.Equal(["fax True", "websiteurl False"], plan.Changes.Select(change => $"{change.Field} {change.OverwritesEdit}").Order());
        Assert.Empty(await LostAsync(world));
    }

    [Theory]
    [InlineData(ConflictScope.Field)]
    [InlineData(ConflictScope.Record)]
    public async Task A_pair_coupled_without_synchronising_comes_in_step_after_an_edit_of_the_side_that_loses(ConflictScope scope)
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", UpdateConflict = UpdateConflictPolicy.SendToSales, ConflictScope = scope });
        await world.RunAsync("CUSTOMER");
        var pair = await world.PairAsync("CUSTOMER", "C10000", "Adatum Corp.");
        await pair.EditSalesAsync(("address1_city", "Ely"));

        await world.RunAsync("CUSTOMER");
        await world.RunAsync("CUSTOMER");

        Assert.Equal(await pair.BcAsync("city"), await pair.SalesAsync("address1_city"));
        Assert.Contains(await LostAsync(world), lost => lost is { Field: "address1_city", LostValue: "Ely" });
    }

    private static async Task<CoupledPair> ClashAsync(SyncWorld world)
    {
        var pair = await world.CustomerInStepAsync();
        await world.Session.ClearJobsAsync(new JobClearing(world.Clock.GetUtcNow().AddDays(1)), default);
        await pair.EditBcAsync(("faxNumber", "111"));
        await pair.EditSalesAsync(("fax", "222"));
        return pair;
    }

    private static async Task<List<BcOverwrittenValue>> LostAsync(SyncWorld world) =>
        await world.Session.GetOverwrittenValuesAsync(new OverwrittenValueQuery { Mapping = "CUSTOMER" }, default).ToListAsync();
}
