using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Passes;

public sealed class LateEditTests
{
    [Fact]
    public async Task An_edit_made_while_a_record_is_taken_up_again_travels_in_the_same_run()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await world.Session.UncoupleAsync(
            await world.Session.GetCouplingsAsync(new CouplingQuery { Mapping = "SALESPEOPLE" }, default).ToListAsync(), world.Observer, default).CountAsync();
        await pair.EditBcAsync(("salespersonCode", "LT"), ("phoneNumber", "1"));
        Assert.Equal(SyncAction.Failed, Assert.Single(await world.RunAsync("CUSTOMER", SyncDirection.ToSales)).Action);
        await world.PairAsync("SALESPEOPLE", "LT", "Linda Turner");
        var hold = world.Watch.HoldSalesWrites(string.Empty);
        var run = world.RunAsync("CUSTOMER", SyncDirection.ToSales);
        await Task.WhenAny(hold.Reached, run);

        await pair.EditBcAsync(("phoneNumber", "2"));
        hold.Release();

        await run;
        Assert.Equal("2", await pair.SalesAsync("telephone1"));
    }

    [Fact]
    public async Task A_failed_record_outside_the_filter_is_no_trouble_any_more()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.Session.UncoupleAsync(
            await world.Session.GetCouplingsAsync(new CouplingQuery { Mapping = "SALESPEOPLE" }, default).ToListAsync(), world.Observer, default).CountAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", SyncOnlyCoupled = false });
        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);
        Assert.NotEqual(0, (await world.Session.GetStatusAsync("CUSTOMER", default).SingleAsync()).Failed);
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", BcFilter = "number eq 'NONE'" });

        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);

        Assert.Equal(0, (await world.Session.GetStatusAsync("CUSTOMER", default).SingleAsync()).Failed);
    }
}
