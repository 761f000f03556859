using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Salespeople;

public sealed class OwnerTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Scenario", "SLP-115")]
    public async Task An_uncoupled_salesperson_is_an_error_only_where_salespeople_are_mapped(bool mapped)
    {
        await using var world = await SyncWorld.OpenAsync("cronus", setUp: false);
        IReadOnlyList<string> mappings = mapped ? [] : ["CURRENCY", "CUSTOMER", "CONTACT"];
        await world.Session.InitializeAsync(
            new InitializeRequest { Mappings = mappings, OwnershipModel = OwnershipModel.Person }, world.Observer, default).CountAsync();
        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");
        var coupling = await world.CoupledAsync("CUSTOMER", new RecordSelector { BcNo = "C20000", SalesName = "Trey Research" });
        var owner = await OwnerAsync(world, coupling);

        var result = Assert.Single(await world.SyncAsync("CUSTOMER", SyncDirection.ToSales, new RecordSelector { BcNo = "C20000" }));

        Assert.Equal(mapped ? "BcSync.Record.DependencyMissing" : null, result.Error?.ErrorId);
        Assert.Equal(mapped ? SyncAction.Failed : SyncAction.Updated, result.Action);
        Assert.Equal(owner, await OwnerAsync(world, coupling));
    }

    private static async Task<Guid> OwnerAsync(SyncWorld world, BcCoupling coupling) =>
        (await world.Desk.RowAsync("sales", "accounts", coupling.SalesId))!["_ownerid_value"]!.GetValue<Guid>();
}
