using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests;

public sealed class FirstContactTests
{
    [Fact]
    public async Task A_full_synchronisation_of_a_fresh_sandbox_creates_what_is_missing()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");

        var lines = await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");

        var line = Assert.Single(lines);
        Assert.Equal((FullSyncStatus.Finished, 3, 0), (line.Status, line.Inserted, line.Failed));
        Assert.Equal(4, (await world.Desk.RowsAsync("sales", "transactioncurrencies")).Count);
    }
}
