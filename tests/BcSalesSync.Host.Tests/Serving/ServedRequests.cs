using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace BcSalesSync.Host.Tests.Serving;

// What GET /sandbox/requests tells since the last reset: requests on the wire, and what they did one by one.
internal sealed record ServedRequests(int Total, int Writes, string Listing)
{
    public static async Task<ServedRequests> ReadAsync(ServedSandbox served)
    {
        var answer = (await served.Client.GetFromJsonAsync<JsonNode>(new Uri(served.Control, "requests")))!;
        var counts = answer["counts"]!.AsArray().Select(count => count!.AsObject()).ToList();

        // Reads travel in batches too, so the members of batches tell what was written.
        var writes = counts.Where(count => (string?)count["method"] != "GET" && (string?)count["set"] != "$batch")
            .Sum(count => (int)count["operations"]!);
        return new ServedRequests((int)answer["total"]!, writes, string.Join(", ", counts.Select(count => count.ToJsonString())));
    }

    public static async Task ResetAsync(ServedSandbox served)
    {
        using var answer = await served.Client.DeleteAsync(new Uri(served.Control, "requests"));
        answer.EnsureSuccessStatusCode();
    }
}
