using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Sqlite;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>Two systems that grew up apart, and an admin who couples what belongs together.</summary>
internal static class MatchWorld
{
    /// <summary>Where the state of such a world lies.</summary>
    public static string StateOf(TemporaryFolder folder) => folder.File("state.db");

    /// <summary>A world whose customers are matched by fields of Business Central, one group each; by none if none is named.</summary>
    public static async Task<SyncWorld> OpenAsync(TemporaryFolder folder, params string[] fields)
    {
        var world = await SyncWorld.OpenAsync(statePath: StateOf(folder));
        await FieldRows.MatchByAsync(StateOf(folder), "CUSTOMER", fields);
        return world;
    }

    /// <summary>Customers with names and phone numbers.</summary>
    public static Task CustomersAsync(this SyncWorld world, params (string Name, string Phone)[] customers) =>
        world.Desk.BcAsync("customers", [.. customers.Select(customer => new { displayName = customer.Name, phoneNumber = customer.Phone })]);

    /// <summary>Accounts with names and phone numbers.</summary>
    public static Task AccountsAsync(this SyncWorld world, params (string Name, string Phone)[] accounts) => world.Desk.SalesAsync(
        "accounts", [.. accounts.Select(account => new { name = account.Name, telephone1 = account.Phone, customertypecode = 3 })]);

    /// <summary>Five customers C1 to C5 with phone numbers of their own, and five accounts A1 to A5 of which the first few have the same.</summary>
    public static async Task FivePairsAsync(this SyncWorld world, int equal = 5)
    {
        await world.CustomersAsync([.. Enumerable.Range(1, 5).Select(i => ($"C{i}", $"555{i}"))]);
        await world.AccountsAsync([.. Enumerable.Range(1, 5).Select(i => ($"A{i}", i <= equal ? $"555{i}" : $"777{i}"))]);
    }

    /// <summary>What matching proposes; all of it must be answers.</summary>
    public static async Task<List<BcCouplingMatch>> FindAsync(this SyncWorld world, MatchRequest request)
    {
        var outcomes = await world.Session.FindMatchesAsync(request, world.Observer, default).ToListAsync();
        Assert.All(outcomes, outcome => Assert.Null(outcome.Error?.Message));
        return [.. outcomes.Select(outcome => outcome.Value!)];
    }

    /// <summary>What matching proposes for customers, a line each, such as "C1 Matched A1"; of a row alone "- NoMatch A1".</summary>
    public static async Task<string[]> ProposalsAsync(this SyncWorld world, MatchRequest? request = null) =>
        [.. (await world.FindAsync(request ?? new MatchRequest { Mapping = "CUSTOMER" }))
            .Select(match => $"{match.BcName ?? "-"} {match.Outcome} {match.SalesName}".TrimEnd())];

    /// <summary>Couples what matching is sure of, as piping into New-BcCoupling does.</summary>
    public static async Task<List<Outcome<BcCoupling>>> CoupleMatchedAsync(
        this SyncWorld world, IEnumerable<BcCouplingMatch> matches, SyncDirection? sync = null) => await world.Session.CoupleAsync(
        [.. matches.Where(match => match.Outcome is MatchOutcome.Matched).Select(match => new CouplingRequest
        {
            Mapping = match.Mapping, Records = new RecordSelector { BcId = match.BcId, SalesId = match.SalesId }, Sync = sync,
        })], world.Observer, default).ToListAsync();

    /// <summary>Names of the accounts, in their order.</summary>
    public static async Task<string[]> AccountNamesAsync(this SyncWorld world) =>
        [.. (await world.Desk.RowsAsync("sales", "accounts")).Select(row => (string)row["name"]!).Order(StringComparer.Ordinal)];

    /// <summary>Couples of customers by their names, such as "C1-A1".</summary>
    public static async Task<string[]> CouplesAsync(this SyncWorld world) =>
        [.. (await world.CouplingsAsync("CUSTOMER")).Select(coupling => $"{coupling.BcName}-{coupling.SalesName}").Order(StringComparer.Ordinal)];

    /// <summary>The job that coupled customers.</summary>
    public static async Task<BcSyncJob> CouplingJobAsync(this SyncWorld world) =>
        Assert.Single(await world.JobsAsync("CUSTOMER"), job => job.Type is SyncJobType.Coupling);

    /// <summary>Couples a row to a record of a table that is not mapped here, as another mapping of the same rows did.</summary>
    public static async Task CoupleInAnotherFamilyAsync(string statePath, Guid salesId)
    {
        await using var state = await SqliteStateStore.OpenAsync(statePath, TimeProvider.System, default);
        var coupling = new CouplingState { Mapping = "VENDOR", Family = "vendors|account", BcId = new Guid(1, 2, 3, new byte[8]), SalesId = salesId };
        await state.CommitAsync(new StateChange { Couplings = [coupling], Now = DateTimeOffset.UnixEpoch }, default);
    }
}
