using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Repair;

public sealed class FindBrokenTests
{
    [Fact]
    public async Task Couplings_whose_records_are_gone_tell_where_and_whole_ones_are_not_listed()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pairs = await ThreeAsync(world);
        var whole = await world.PairAsync("CUSTOMER", "C30000", "School of Fine Art");
        await pairs[0].DeleteInBcAsync();
        await pairs[1].DeleteInSalesAsync();
        await pairs[2].DeleteInBcAsync();
        await pairs[2].DeleteInSalesAsync();

        Assert.Equal(["C10000 BusinessCentral", "C20000 Sales", "C60000 Both"], await world.BrokenAsync());
        Assert.Equal(MissingRecord.None, (await whole.CouplingAsync()).Missing);
        Assert.Equal(4, (await world.CouplingsAsync("CUSTOMER")).Count);
    }

    [Fact]
    public async Task A_row_that_merely_left_the_filter_is_not_broken()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();

        await pair.EditSalesAsync(("statecode", 1));

        Assert.Empty(await world.BrokenAsync());
    }

    [Fact]
    public async Task Named_couplings_are_looked_up_and_others_are_not()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pairs = await ThreeAsync(world);
        await pairs[0].DeleteInBcAsync();
        await pairs[1].DeleteInBcAsync();

        var found = await world.Session.GetCouplingsAsync(
            new CouplingQuery { Broken = true, Records = new RecordSelector { BcNo = "C1*" } }, default).ToListAsync();

        Assert.Equal(pairs[0].BcId, Assert.Single(found).BcId);
    }

    [Fact]
    public async Task Many_couplings_are_compared_by_the_ids_of_both_systems_with_few_requests()
    {
        await using var world = await SyncWorld.OpenAsync("scale:150");
        await world.PrepareReferencesAsync();
        await world.FullSyncAsync(FullSyncAction.FullSync, "CUSTOMER");
        var couplings = await world.CouplingsAsync("CUSTOMER");
        foreach (var coupling in couplings.Take(3))
            await world.Desk.DeleteAsync("sales", "accounts", coupling.SalesId);
        await world.Desk.ResetRequestsAsync();

        var broken = await world.BrokenCouplingsAsync();

        Assert.Equal(couplings.Take(3).Select(coupling => coupling.BcId).Order(), broken.Select(coupling => coupling.BcId).Order());
        Assert.InRange((await world.Desk.RequestsAsync()).Sum(count => count.Requests), 1, 8);
    }

    private static async Task<CoupledPair[]> ThreeAsync(SyncWorld world) =>
    [
        await world.PairAsync("CUSTOMER", "C10000", "Adatum Corp."),
        await world.PairAsync("CUSTOMER", "C20000", "Trey Research"),
        await world.PairAsync("CUSTOMER", "C60000", "Fabrikam"),
    ];
}
