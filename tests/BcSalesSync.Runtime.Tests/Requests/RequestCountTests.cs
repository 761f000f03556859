using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Requests;

/// <summary>How many requests the work may take: part of the contract (design, section 2).</summary>
public sealed class RequestCountTests
{
    private static readonly string[] Mappings = ["SALESPEOPLE", "CURRENCY", "CUSTOMER", "CONTACT"];

    [Theory]
    [InlineData(2_000)]
    [InlineData(10_000)]
    public async Task Creating_and_coupling_customers_takes_one_write_a_hundred_and_one_read_a_thousand(int customers)
    {
        await using var world = await SyncWorld.OpenAsync($"scale:{customers}");
        await world.PrepareReferencesAsync();
        await world.Desk.ResetRequestsAsync();

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.FullSync, "CUSTOMER"));

        Assert.Equal((FullSyncStatus.Finished, customers, 0), (line.Status, line.Inserted, line.Failed));
        await AssertAtMostAsync(world, (customers / 100) + (customers / 1_000) + 30);
        Assert.Equal(customers, (await world.Desk.RowsAsync("sales", "accounts")).Count);
    }

    [Fact]
    public async Task The_systems_are_asked_about_chosen_mappings_only()
    {
        await using var world = await SyncWorld.OpenAsync("scale:20");
        await world.Desk.ResetRequestsAsync();

        await world.Session.PreviewFullSyncAsync(new FullSyncRequest { Mappings = ["CUSTOMER"] }, default).CountAsync();

        var counted = (await world.Desk.RequestsAsync()).Select(count => count.Set).ToArray();
        Assert.Contains("customers", counted);
        Assert.Contains("accounts", counted);
        Assert.DoesNotContain(counted, set => set is "contacts" or "transactioncurrencies" or "items" or "products" or "vendors");
    }

    [Fact]
    public async Task A_second_full_synchronisation_writes_nothing()
    {
        await using var world = await SyncedAsync("scale:500");

        var lines = await world.FullSyncAsync(FullSyncAction.FullSync);

        Assert.All(lines, line => Assert.Equal((FullSyncStatus.Finished, 0, 0, 0), (line.Status, line.Inserted, line.Modified, line.Failed)));
        await AssertNoWriteAsync(world);
    }

    [Fact]
    public async Task A_run_with_nothing_changed_takes_four_requests_a_mapping_at_most()
    {
        await using var world = await SyncedAsync("scale:500");

        foreach (var mapping in Mappings)
        {
            await world.Desk.ResetRequestsAsync();
            Assert.Empty(await world.RunAsync(mapping));
            await AssertAtMostAsync(world, 4);
            await AssertNoWriteAsync(world);
        }
    }

    [Fact]
    public async Task Ten_edits_on_each_side_take_twelve_requests_more_at_most()
    {
        await using var world = await SyncedAsync("scale:500");
        var idle = await CountRunAsync(world, 0);
        var customers = await world.Desk.RowsAsync("bc", "customers");
        var accounts = await world.Desk.RowsAsync("sales", "accounts");
        await world.Desk.BcAsync("customers", [.. customers.Take(10).Select(row => new { id = row["id"], addressLine2 = "Rear building" })]);
        await world.Desk.SalesAsync("accounts", [.. accounts.OrderBy(row => (string?)row["name"], StringComparer.Ordinal).TakeLast(10)
            .Select(row => new { accountid = row["accountid"], address1_line2 = "Second floor" })]);

        var busy = await CountRunAsync(world, 20);

        Assert.InRange(busy - idle, 1, 12);
        Assert.InRange(await CountRunAsync(world, 0), 1, 4);
    }

    /// <summary>Everything of a seed synchronised, both ways, and the counts at zero.</summary>
    private static async Task<SyncWorld> SyncedAsync(string seed)
    {
        var world = await SyncWorld.OpenAsync(seed);
        await world.Session.CoupleSalespeopleAsync();
        var lines = await world.FullSyncAsync(FullSyncAction.FullSync);
        Assert.All(lines, line => Assert.Equal((FullSyncStatus.Finished, 0), (line.Status, line.Failed)));
        await world.Desk.ResetRequestsAsync();
        return world;
    }

    private static async Task<int> CountRunAsync(SyncWorld world, int expected)
    {
        await world.Desk.ResetRequestsAsync();
        var results = await world.RunAsync("CUSTOMER");
        Assert.Equal(expected, results.Count);
        Assert.All(results, result => Assert.Equal(SyncAction.Updated, result.Action));
        return (await world.Desk.RequestsAsync()).Sum(count => count.Requests);
    }

    private static async Task AssertAtMostAsync(SyncWorld world, int limit)
    {
        var counts = await world.Desk.RequestsAsync();
        Assert.True(counts.Sum(count => count.Requests) <= limit, $"More than {limit}: {string.Join(", ", counts)}");
    }

    // Reads travel in batches too, so the members of batches tell what was written.
    private static async Task AssertNoWriteAsync(SyncWorld world)
    {
        var counts = await world.Desk.RequestsAsync();
        Assert.DoesNotContain(counts, count => count.Method != "GET" && count.Set != "$batch");
    }
}
