using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Matching;

/// <summary>A script that looks proposals over and couples those it likes, where the standard asks an extension.</summary>
public sealed class ProposedPartnerTests
{
    [Fact]
    public async Task An_account_whose_partner_a_script_picked_goes_to_that_customer_and_becomes_no_new_one()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", SyncOnlyCoupled = false });
        await world.CustomersAsync(("C1", "5551"), ("C2", "5552"));
        await world.AccountsAsync(("A1", "5551"), ("A2", "5552"));
        var proposals = await world.FindAsync(new MatchRequest { Mapping = "CUSTOMER", Fields = ["phoneNumber"] });

        await world.CoupleMatchedAsync(proposals.Where(match => match.SalesName == "A1"));
        var account = await world.SalesIdAsync("CUSTOMER", "name", "A1");
        var result = Assert.Single(await world.SyncAsync("CUSTOMER", SyncDirection.ToBusinessCentral, new RecordSelector { SalesId = account }));

        Assert.Equal((SyncAction.Updated, "A1"), (result.Action, result.BcNo is null ? null : await NameAsync(world, result.BcNo)));
        Assert.Equal(["A1-A1"], await world.CouplesAsync());
        Assert.Equal(2, (await world.Desk.RowsAsync("bc", "customers")).Count);
    }

    private static async Task<string?> NameAsync(SyncWorld world, string number) =>
        (string?)(await world.Desk.FindAsync("bc", "customers", "number", number))["displayName"];
}
