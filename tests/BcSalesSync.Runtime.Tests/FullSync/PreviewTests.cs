using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.FullSync;

public sealed class PreviewTests
{
    [Fact]
    public async Task A_preview_shows_what_would_run_and_not_what_ran_last()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");

        var lines = await world.Session.PreviewFullSyncAsync(new FullSyncRequest { Action = FullSyncAction.FullSync }, default).ToListAsync();

        var mappings = await world.Session.GetTableMappingsAsync(null, default).ToListAsync();
        Assert.Equal(mappings.Select(mapping => mapping.Name), lines.Select(line => line.Mapping));
        Assert.All(lines, line => Assert.Equal(FullSyncAction.FullSync, line.Action));
        Assert.Equal("CURRENCY", Assert.Single(await world.Session.GetFullSyncAsync(null, default).ToListAsync()).Mapping);
    }
}
