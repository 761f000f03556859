using System.Text.Json.Nodes;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Customers;

/// <summary>Who owns accounts in the team model, and which company they carry.</summary>
public sealed class TeamOwnershipTests
{
    [Fact]
    [Trait("Scenario", "SET-144")]
    public async Task A_new_account_belongs_to_the_companys_team_and_carries_its_id()
    {
        await using var world = await OpenAsync();

        var account = await world.CreateInSalesAsync("CUSTOMER", "C10000");

        var company = await CompanyAsync(world);
        Assert.Equal(company["_bcbi_defaultowningteam_value"]!.ToString(), await account.SalesAsync("ownerid"));
        Assert.Equal(company["bcbi_companyid"]!.ToString(), await account.SalesAsync("bcbi_companyid"));
    }

    [Fact]
    public async Task Synchronising_stamps_the_company_id_on_an_account_that_was_there_and_leaves_it_to_its_owner()
    {
        await using var world = await OpenAsync();
        var account = await world.PairAsync("CUSTOMER", "C10000", "Adatum Corp.");
        var owner = await account.SalesAsync("ownerid");
        Assert.Contains(await world.Desk.RowsAsync("sales", "systemusers"), user => user["systemuserid"]!.ToString() == owner);
        Assert.Null(await account.SalesAsync("bcbi_companyid"));

        await account.SyncAsync(SyncDirection.ToSales);

        Assert.Equal((await CompanyAsync(world))["bcbi_companyid"]!.ToString(), await account.SalesAsync("bcbi_companyid"));
        Assert.Equal(owner, await account.SalesAsync("ownerid"));
    }

    private static async Task<SyncWorld> OpenAsync()
    {
        var world = await SyncWorld.OpenAsync("cronus", ownership: OwnershipModel.Team);
        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");
        return world;
    }

    private static async Task<JsonObject> CompanyAsync(SyncWorld world) =>
        Assert.Single(await world.Desk.RowsAsync("sales", "bcbi_companies"));
}
