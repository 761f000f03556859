using System.Text.Json.Nodes;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Couplings;

/// <summary>A person who couples customers and accounts this way and that, and remembers what they did.</summary>
internal sealed class CouplingDesk
{
    private readonly SyncWorld world;
    private readonly Random random;
    private readonly Guid[] customers;
    private readonly Guid[] accounts;
    private readonly Dictionary<Guid, Guid> pairs;

    private CouplingDesk(SyncWorld world, Random random, Dictionary<Guid, Guid> pairs, Guid[] accounts)
    {
        this.world = world;
        this.random = random;
        this.pairs = pairs;
        this.accounts = accounts;
        customers = [.. pairs.Keys];
    }

    /// <summary>The pairs as the person left them.</summary>
    public string Expected => Shown(pairs);

    /// <summary>Takes over the couplings there are, and adds accounts that are free.</summary>
    public static async Task<CouplingDesk> OpenAsync(SyncWorld world, Random random)
    {
        foreach (var name in new[] { "Spare one", "Spare two" })
            await world.AddInSalesAsync("CUSTOMER", new { name, customertypecode = 3 });
        var accounts = (await world.Desk.RowsAsync("sales", "accounts")).Select(row => row["accountid"]!.GetValue<Guid>()).ToArray();
        return new CouplingDesk(world, random, await PairsAsync(world), accounts);
    }

    /// <summary>Removes a coupling, couples a free account, or gives a customer another account.</summary>
    public async Task ActAsync()
    {
#pragma warning disable CA5394 // The same sample each time.
        var customer = customers[random.Next(customers.Length)];
        if (pairs.Count == customers.Length && random.Next(2) == 0)
        {
            await world.Session.UncoupleAsync([(await world.CouplingAsync("CUSTOMER", customer))!], world.Observer, default).SingleAsync();
            pairs.Remove(customer);
            return;
        }

        var free = accounts.Except(pairs.Values).ToArray();
        var account = free[random.Next(free.Length)];
#pragma warning restore CA5394
        var outcome = await world.CoupleAsync("CUSTOMER", new RecordSelector { BcId = customer, SalesId = account });
        Assert.Null(outcome.Error);
        pairs[customer] = account;
    }

    /// <summary>The pairs as they are.</summary>
    public async Task<string> ThereAsync() => Shown(await PairsAsync(world));

    /// <summary>Names that differ within a pair.</summary>
    public async Task<string> DifferencesAsync()
    {
        var records = (await world.Desk.RowsAsync("bc", "customers")).ToDictionary(row => row["id"]!.GetValue<Guid>());
        var rows = (await world.Desk.RowsAsync("sales", "accounts")).ToDictionary(row => row["accountid"]!.GetValue<Guid>());
        return string.Join(", ", pairs.Select(pair => (Bc: Text(records[pair.Key], "displayName", "city"), Sales: Text(rows[pair.Value], "name", "address1_city")))
            .Where(names => names.Bc != names.Sales).Select(names => $"{names.Bc} against {names.Sales}"));
    }

    private static string Text(JsonObject row, params string[] columns) => string.Join('/', columns.Select(column => row[column]?.ToString()));

    private static async Task<Dictionary<Guid, Guid>> PairsAsync(SyncWorld world) =>
        await world.Session.GetCouplingsAsync(new CouplingQuery { Mapping = "CUSTOMER" }, default)
            .ToDictionaryAsync(coupling => coupling.BcId, coupling => coupling.SalesId);

    private static string Shown(Dictionary<Guid, Guid> pairs) =>
        string.Join('\n', pairs.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value}"));
}
