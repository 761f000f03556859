using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace BcSalesSync.Host.Tests.Serving;

/// <summary>Ten thousand customers synchronised over sockets once, counted step by step, for all tests that look at the counts.</summary>
public sealed class ScaleFixture : IAsyncLifetime
{
    private static readonly (string Code, string User)[] Salespeople = [("JO", "Jim Olive"), ("PS", "Peter Saddow"), ("LT", "Linda Turner")];
    private readonly string folder = Directory.CreateTempSubdirectory("served-scale").FullName;

    internal const int Customers = 10_000;

    internal static IReadOnlyList<string> Mappings { get; } = ["SALESPEOPLE", "CURRENCY", "CUSTOMER", "CONTACT"];

    /// <summary>Customers that the full synchronisation created in Sales.</summary>
    internal int Created { get; private set; }

    internal ServedRequests Creation { get; private set; } = null!;

    /// <summary>Runs with nothing changed, a mapping each.</summary>
    internal Dictionary<string, ServedRequests> Idle { get; } = [];

    /// <summary>Records that the run after the edits brought in step.</summary>
    internal int Edited { get; private set; }

    internal ServedRequests Edits { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await using var served = await ServedSandbox.StartAsync("--seed", $"scale:{Customers}");
        await using var session = await ServedSession.OpenAsync(served, Path.Combine(folder, "state.db"));
        foreach (var (code, user) in Salespeople)
            await session.CoupleSalespersonAsync(code, user);
        await session.FullSyncAsync("SALESPEOPLE", "CURRENCY");
        Creation = await CountAsync(served, async () => Created = (await session.FullSyncAsync("CUSTOMER"))[0].Inserted);
        await session.FullSyncAsync("CONTACT");
        foreach (var mapping in Mappings)
            Idle[mapping] = await CountAsync(served, () => session.RunAsync(mapping));
        await EditAsync(served);
        Edits = await CountAsync(served, async () => Edited = await session.RunAsync("CUSTOMER"));
    }

    public Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    private static async Task<ServedRequests> CountAsync(ServedSandbox served, Func<Task> step)
    {
        await ServedRequests.ResetAsync(served);
        await step();
        return await ServedRequests.ReadAsync(served);
    }

    // Ten customers of the beginning and ten accounts of the end, so that no record is edited on both sides.
    private static async Task EditAsync(ServedSandbox served)
    {
        var customers = await RowsAsync(served, "bc", "customers");
        var accounts = await RowsAsync(served, "sales", "accounts");
        await WriteAsync(served, "bc", "customers", customers.OrderBy(row => (string?)row["displayName"], StringComparer.Ordinal).Take(10)
            .Select(row => new { id = (string?)row["id"], addressLine2 = "Rear building" }));
        await WriteAsync(served, "sales", "accounts", accounts.OrderBy(row => (string?)row["name"], StringComparer.Ordinal).TakeLast(10)
            .Select(row => new { accountid = (string?)row["accountid"], address1_line2 = "Second floor" }));
    }

    private static async Task<JsonObject[]> RowsAsync(ServedSandbox served, string system, string set)
    {
        var answer = await served.Client.GetFromJsonAsync<JsonNode>(new Uri(served.Control, $"rows?system={system}&set={set}"));
        return [.. answer!["rows"]!.AsArray().Select(row => row!.AsObject())];
    }

    private static async Task WriteAsync(ServedSandbox served, string system, string set, IEnumerable<object> rows)
    {
        using var answer = await served.ControlAsync("rows", new { system, set, rows });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
