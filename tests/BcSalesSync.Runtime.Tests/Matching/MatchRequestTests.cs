using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Matching;

/// <summary>How many requests matching may take: pages, never one a record.</summary>
public sealed class MatchRequestTests
{
    private const int Customers = 3_000;

    [Fact]
    public async Task Both_sides_are_read_once_in_pages()
    {
        using var folder = new TemporaryFolder();
        await using var world = await SyncWorld.OpenAsync($"scale:{Customers}", statePath: MatchWorld.StateOf(folder));
        await FieldRows.MatchByAsync(MatchWorld.StateOf(folder), "CUSTOMER", "displayName", "phoneNumber");
        var names = (await world.Desk.RowsAsync("bc", "customers")).Select(row => (string)row["displayName"]!).ToArray();
        await world.Desk.SilentlyAsync("sales", "accounts", [.. names.Select((name, i) => new
        {
            accountid = new Guid(i + 1, 0, 0, new byte[8]), name, customertypecode = 3, statecode = 0,
        })]);
        await world.ReviewAsync();
        await world.Desk.ResetRequestsAsync();

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.Couple, "CUSTOMER"));

        Assert.Equal((FullSyncStatus.Finished, Customers), (line.Status, line.Coupled + line.Failed));
        Assert.Equal(names.GroupBy(name => name).Count(group => group.Count() == 1), line.Coupled);
        var counts = await world.Desk.RequestsAsync();
        Assert.True(counts.Sum(count => count.Requests) <= 20, string.Join(", ", counts));
        Assert.Equal(2 * Customers, line.Done);
    }
}
