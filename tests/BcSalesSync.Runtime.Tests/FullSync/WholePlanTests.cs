using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.FullSync;

/// <summary>The plan of a full synchronisation, held against the full synchronisation itself.</summary>
public sealed class WholePlanTests
{
    [Theory]
    [InlineData("default")]
    [InlineData("teams")]
    [InlineData("extended pricing")]
    [InlineData("unit groups")]
    public async Task What_a_plan_says_of_each_mapping_is_what_the_run_then_does(string name)
    {
        await using var world = await WholeWorld.OpenAsync(name);

        var plan = await world.Session.PlanAsync(new SyncNowRequest { Full = true }, world.Observer, default).ToListAsync();
        var lines = await world.FullSyncAsync(FullSyncAction.FullSync);

        Assert.Equal(
            lines.Select(line => (line.Mapping, line.Inserted, line.Failed)),
            lines.Select(line => (line.Mapping, Count(line, SyncAction.Created), Count(line, SyncAction.Failed))));

        int Count(BcFullSyncLine line, SyncAction action) => plan.Count(planned => planned.Mapping == line.Mapping && planned.Action == action);
    }

    [Fact]
    public async Task A_plan_knows_units_that_an_earlier_run_made_and_whose_couplings_are_lost()
    {
        using var folder = new TemporaryFolder();
        await using var world = await WholeWorld.OpenAsync("unit groups");
        await world.FullSyncAsync(FullSyncAction.FullSync);
        await using var another = await world.OpenAnotherAsync("unit groups", folder.File("another.db"));

        var plan = await another.PlanAsync(new SyncNowRequest { Full = true }, world.Observer, default).ToListAsync();

        Assert.NotEmpty(plan);
        Assert.DoesNotContain(plan, planned => planned.Mapping == "ITEM-PRODUCT" && planned.Error?.ErrorId.StartsWith("BcSync.Unit", StringComparison.Ordinal) is true);
    }
}
