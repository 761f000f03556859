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

        Assert.Equal(Customers, (await world.FindAsync(new MatchRequest { Mapping = "CUSTOMER" })).Count);
        await AssertAtMostAsync(world, 12, _ => true);
        await world.Desk.ResetRequestsAsync();
        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.Couple, "CUSTOMER"));

        Assert.Equal((FullSyncStatus.Finished, Customers), (line.Status, line.Coupled + line.Failed));
        Assert.Equal(names.GroupBy(name => name).Count(group => group.Count() == 1), line.Coupled);
        await AssertAtMostAsync(world, 12, count => count.Set is "customers" or "accounts" or "$batch");
        Assert.Equal(2 * Customers, line.Done);
    }

    private static async Task AssertAtMostAsync(SyncWorld world, int limit, Func<RequestCount, bool> counted)
    {
        var counts = (await world.Desk.RequestsAsync()).Where(counted).ToArray();
        Assert.True(counts.Sum(count => count.Requests) <= limit, string.Join(", ", counts.AsEnumerable()));
    }
}
