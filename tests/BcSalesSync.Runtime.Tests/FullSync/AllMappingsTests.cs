using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.FullSync;

/// <summary>A full synchronisation of everything there is, for each state of the switches and each tier.</summary>
public sealed class AllMappingsTests
{
    [Theory]
    [InlineData("default", null)]
    [InlineData("default", FullSyncAction.FullSync)]
    [InlineData("option changes", null)]
    [InlineData("option changes", FullSyncAction.FullSync)]
    [InlineData("unit groups", null)]
    [InlineData("unit groups", FullSyncAction.FullSync)]
    [InlineData("extended pricing", null)]
    [InlineData("extended pricing", FullSyncAction.FullSync)]
    [InlineData("teams", null)]
    [InlineData("teams", FullSyncAction.FullSync)]
    [InlineData("order integration", null)]
    [InlineData("order integration", FullSyncAction.FullSync)]
    [InlineData("all switches", null)]
    [InlineData("all switches", FullSyncAction.FullSync)]
    [InlineData("tier 0", null)]
    [InlineData("tier 0", FullSyncAction.FullSync)]
    public async Task Every_line_finishes_after_those_it_depends_on_and_a_second_run_writes_nothing(string world, FullSyncAction? action)
    {
        await using var open = await WholeWorld.OpenAsync(world);

        var lines = await open.FullSyncAsync(action);

        Assert.All(lines, line => Assert.Equal((line.Mapping, FullSyncStatus.Finished, 100), (line.Mapping, line.Status, line.PercentComplete)));
        Assert.Equal((await open.Session.GetTableMappingsAsync(null, default).ToListAsync()).Select(mapping => mapping.Name), lines.Select(line => line.Mapping));
        var finished = open.Observer.Bars.Where(bar => bar.Completed).Select(bar => bar.Activity).Distinct().ToList();
        Assert.All(lines, line => Assert.All(line.DependsOn, name => Assert.InRange(finished.IndexOf(name), 0, finished.IndexOf(line.Mapping) - 1)));
        var bars = open.Observer.Bars.ToList();
        Assert.Equal((0, false), (bars[0].Id, bars[0].Completed));
        Assert.Equal((0, true, 100), (bars[^1].Id, bars[^1].Completed, bars[^1].PercentComplete));
        Assert.All(bars, bar => Assert.InRange(bar.PercentComplete, 0, 100));
        await open.Desk.ResetRequestsAsync();
        var again = await open.FullSyncAsync(action);
        Assert.All(again, line => Assert.Equal((line.Mapping, FullSyncStatus.Finished, 0, 0), (line.Mapping, line.Status, line.Inserted, line.Modified)));
        Assert.Empty(await open.WritesAsync());
    }

    [Theory]
    [InlineData("default")]
    [InlineData("unit groups")]
    [InlineData("extended pricing")]
    [InlineData("teams")]
    public async Task With_the_companion_app_every_mapping_can_be_served(string world)
    {
        await using var open = await WholeWorld.OpenAsync(world);

        Assert.All(await open.ReviewAsync(), line => Assert.NotEqual((line.Mapping, FullSyncRecommendation.NoRecords), (line.Mapping, line.Recommendation)));
    }

    [Fact]
    public async Task Without_the_companion_app_the_mappings_that_need_it_say_so()
    {
        await using var open = await WholeWorld.OpenAsync("tier 0");

        var lines = await open.FullSyncAsync(FullSyncAction.FullSync);

        var unserved = lines.Where(line => line.Action is null).ToArray();
        Assert.Equal(
            ["SHIPPING AGENT", "RESOURCE-PRODUCT", "RESOURCE-PRICE", "CUSTPRCGRP-PRICE", "SALESPRC-PRODPRICE"], unserved.Select(line => line.Mapping));
        Assert.All(unserved, line => Assert.Contains("companion app", line.Message, StringComparison.Ordinal));
        Assert.All(unserved, line => Assert.Equal((0, 0, SyncOutcome.None), (line.Done, line.Failed, line.ToSalesStatus)));
    }
}
