using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Convergence;

/// <summary>Two systems that hold the same companies and people come together without a single one of them twice.</summary>
public sealed class BothSidesFilledTests
{
    private static readonly string[] Coupling = ["CURRENCY", "CUSTOMER", "CONTACT"];

    [Fact]
    public async Task A_full_synchronisation_of_two_filled_systems_couples_what_is_there_and_creates_nothing_twice()
    {
        using var folder = new TemporaryFolder();
        await using var world = await SyncWorld.OpenAsync("cronus", statePath: MatchWorld.StateOf(folder));
        await FillAsync(world);
        await using var other = await world.ConnectAnotherAsync(folder.File("other.db"));
        await PrepareAsync(other, folder.File("other.db"));
        var before = await CountAsync(world);

        var recommended = await other.ReviewAsync();
        Assert.All(Coupling, mapping => Assert.Equal(FullSyncRecommendation.Couple, recommended[mapping].Recommendation));
        await other.StartFullSyncAsync(new FullSyncRequest(), default);
        var run = await other.WaitFullSyncAsync(world.Observer, default);

        var review = await other.ReviewAsync();
        Assert.True(run.Status is FullSyncStatus.Finished, string.Join('\n', review.Values));
        Assert.All(Coupling, mapping => Assert.Equal((FullSyncAction.Couple, 0, 0), (review[mapping].Action, review[mapping].Failed, review[mapping].Inserted)));
        Assert.Equal(before, await CountAsync(world));
        Assert.Equal(
            (before.Currencies, before.Customers, before.Persons), (review["CURRENCY"].Coupled, review["CUSTOMER"].Coupled, review["CONTACT"].Coupled));
        await world.Desk.ResetRequestsAsync();
        Assert.Empty(await other.SyncNowAsync(new SyncNowRequest(), world.Observer, default).ToListAsync());
    }

    /// <summary>Brings everything of Business Central into Sales, in a state that is then forgotten.</summary>
    private static async Task FillAsync(SyncWorld world)
    {
        await world.Desk.BcAsync("customers", [.. (await world.Desk.RowsAsync("bc", "customers")).Select(row => new { id = row["id"], blocked = " " })]);
        await world.PrepareReferencesAsync();
        foreach (var contact in await world.Desk.RowsAsync("sales", "contacts"))
            await world.Desk.DeleteAsync("sales", "contacts", contact["contactid"]!.GetValue<Guid>());
        foreach (var account in await world.Desk.RowsAsync("sales", "accounts"))
            await world.Desk.DeleteAsync("sales", "accounts", account["accountid"]!.GetValue<Guid>());
        var lines = await world.FullSyncAsync(FullSyncAction.FullSync, "CUSTOMER", "CONTACT");
        Assert.All(lines, line => Assert.Equal((FullSyncStatus.Finished, 0), (line.Status, line.Failed)));
        Assert.NotEqual(0, lines.Sum(line => line.Inserted));
    }

    private static async Task PrepareAsync(ISyncSession session, string statePath)
    {
        await session.InitializeAsync(new InitializeRequest { OwnershipModel = OwnershipModel.Person }, SilentObserver.Instance, default).CountAsync();
        await session.CoupleSalespeopleAsync();
        await FieldRows.MatchByAsync(statePath, "CUSTOMER", "displayName");
        await FieldRows.MatchByAsync(statePath, "CONTACT", "email");
        foreach (var mapping in new[] { "CUSTOMER", "CONTACT" })
            await session.SetTableMappingAsync(new TableMappingChange { Name = mapping, SyncAfterCoupling = true, CreateNewIfNoMatch = true }, default);
    }

    private static async Task<(int Currencies, int Customers, int Persons, int Accounts, int Contacts)> CountAsync(SyncWorld world) => (
        (await world.Desk.RowsAsync("bc", "currencies")).Count,
        (await world.Desk.RowsAsync("bc", "customers")).Count,
        (await world.Desk.RowsAsync("bc", "contacts")).Count(row => (string?)row["type"] == "Person"),
        (await world.Desk.RowsAsync("sales", "accounts")).Count,
        (await world.Desk.RowsAsync("sales", "contacts")).Count);
}
