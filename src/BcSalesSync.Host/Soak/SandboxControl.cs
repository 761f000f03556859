using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace BcSalesSync.Host.Soak;

// What campaigns arrange and see in the simulated systems, past the product.
internal sealed class SandboxControl(Uri server) : IDisposable
{
    private readonly HttpClient client = new() { BaseAddress = new Uri(server, "/sandbox/") };

    public async Task<IReadOnlyList<JsonObject>> RowsAsync(string system, string set, CancellationToken cancellationToken) =>
        RowsOf(await client.GetFromJsonAsync<JsonNode>($"rows?system={system}&set={set}", cancellationToken));

    // Adds rows as a user would.
    public async Task<IReadOnlyList<JsonObject>> AddAsync(string system, string set, IEnumerable<object> rows, CancellationToken cancellationToken)
    {
        using var answer = await client.PostAsJsonAsync("rows", new { system, set, rows }, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return RowsOf(await answer.Content.ReadFromJsonAsync<JsonNode>(cancellationToken));
    }

    public async Task EventAsync(object arguments, CancellationToken cancellationToken)
    {
        using var answer = await client.PostAsJsonAsync("events", arguments, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    // Requests to each system since the last reset, the operations in them, and how many were rejected.
    public async Task<IReadOnlyList<(string System, int Requests, int Operations, int Rejected)>> CountsAsync(CancellationToken cancellationToken)
    {
        var answer = (await client.GetFromJsonAsync<JsonNode>("requests", cancellationToken))!;
        return
        [
            .. answer["counts"]!.AsArray().GroupBy(count => count!["system"]!.GetValue<string>()).Select(system => (
                system.Key,
                system.Sum(count => count!["requests"]!.GetValue<int>()),
                system.Sum(count => count!["operations"]!.GetValue<int>()),
                answer["rejected"]![system.Key]?.GetValue<int>() ?? 0)),
        ];
    }

    public async Task ResetCountsAsync(CancellationToken cancellationToken)
    {
        using var answer = await client.DeleteAsync(new Uri("requests", UriKind.Relative), cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => client.Dispose();

    private static IReadOnlyList<JsonObject> RowsOf(JsonNode? answer) => [.. answer!["rows"]!.AsArray().Select(row => row!.AsObject())];
}
