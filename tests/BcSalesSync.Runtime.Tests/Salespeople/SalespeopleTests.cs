using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Salespeople;

public sealed class SalespeopleTests
{
    [Fact]
    [Trait("Scenario", "SLP-101")]
    public async Task A_renamed_user_renames_the_salesperson()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        var coupling = await world.CoupledAsync(
            "SALESPEOPLE", new RecordSelector { BcNo = "JO", SalesName = "Jim Olive" }, SyncDirection.ToBusinessCentral);
        await world.Desk.SalesAsync("systemusers", new { systemuserid = coupling.SalesId, firstname = "Noon", lastname = "Ame" });

        await world.SyncAsync("SALESPEOPLE", null, new RecordSelector { BcNo = "JO" });

        Assert.Equal("Noon Ame", await NameAsync(world, coupling));
    }

    [Fact]
    [Trait("Scenario", "SLP-104")]
    public async Task A_plan_shows_what_a_first_synchronisation_would_overwrite_and_only_the_run_does_it()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        var coupling = await world.CoupledAsync("SALESPEOPLE", new RecordSelector { BcNo = "JO", SalesName = "Peter Saddow" });
        var request = new SyncNowRequest { Mapping = "SALESPEOPLE", Records = [new RecordSelector { BcNo = "JO" }] };

        var plan = await world.Session.PlanAsync(request, world.Observer, default).ToListAsync();
        Assert.Equal("Peter Saddow", Assert.Single(Assert.Single(plan).Changes, change => change.Field == "displayName").NewValue);
        Assert.Equal("Jim Olive", await NameAsync(world, coupling));

        await world.Session.SyncNowAsync(request, world.Observer, default).CountAsync();
        Assert.Equal("Peter Saddow", await NameAsync(world, coupling));
    }

    [Fact]
    [Trait("Scenario", "SLP-107")]
    public async Task Users_become_salespeople_with_codes_of_their_own()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        var requests = new[] { "Jim Olive", "Linda Turner" }.Select(user => new CouplingRequest
        {
            Mapping = "SALESPEOPLE", Records = new RecordSelector { SalesName = user }, CreateIn = SystemSide.BusinessCentral,
        }).ToArray();

        var outcomes = await world.Session.CoupleAsync(requests, world.Observer, default).ToListAsync();

        Assert.Equal(["SP NO. 00001", "SP NO. 00002"], outcomes.Select(outcome => outcome.Value!.BcNo).Order());
        var later = await world.CreatedAsync("SALESPEOPLE", new RecordSelector { SalesName = "Peter Saddow" }, SystemSide.BusinessCentral);
        Assert.Equal("SP NO. 00003", later.BcNo);
        Assert.Equal("Peter Saddow", await NameAsync(world, later));
    }

    private static async Task<string> NameAsync(SyncWorld world, BcCoupling coupling) =>
        (await world.Desk.RowAsync("bc", "salespeoplePurchasers", coupling.BcId))!["displayName"]!.ToString();
}
