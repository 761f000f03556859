using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>What a person, or the world, does in both systems: rows, clocks, faults and request counts through the sandbox's control API.</summary>
internal sealed class SandboxDesk(HttpClient control)
{
    /// <summary>Writes rows of Business Central as a user does; rows with an id are changed, others created. Returns them with all columns.</summary>
    public Task<JsonArray> BcAsync(string set, params object[] rows) => WriteAsync("bc", set, rows, false);

    /// <summary>Writes rows of Sales as a user does.</summary>
    public Task<JsonArray> SalesAsync(string set, params object[] rows) => WriteAsync("sales", set, rows, false);

    /// <summary>Writes rows past every rule, stamps included.</summary>
    public Task<JsonArray> SilentlyAsync(string system, string set, params object[] rows) => WriteAsync(system, set, rows, true);

    /// <summary>All rows of a set.</summary>
    public async Task<IReadOnlyList<JsonObject>> RowsAsync(string system, string set)
    {
        var rows = await control.GetFromJsonAsync<JsonNode>($"rows?system={system}&set={set}");
        return [.. RowsOf(rows!).Select(row => row!.AsObject())];
    }

    /// <summary>One row; null when it is gone.</summary>
    public async Task<JsonObject?> RowAsync(string system, string set, Guid id)
    {
        var rows = await control.GetFromJsonAsync<JsonNode>($"rows?system={system}&set={set}&id={id}");
        return RowsOf(rows!).Select(row => row!.AsObject()).FirstOrDefault();
    }

    /// <summary>Deletes a row as a user does.</summary>
    public async Task DeleteAsync(string system, string set, Guid id) => Assert.True(await TryDeleteAsync(system, set, id));

    /// <summary>Deletes a row as a user does; false when the system refuses.</summary>
    public async Task<bool> TryDeleteAsync(string system, string set, Guid id)
    {
        using var answer = await control.DeleteAsync(new Uri($"rows?system={system}&set={set}&id={id}", UriKind.Relative));
        return answer.IsSuccessStatusCode;
    }

    /// <summary>Takes a row away past every rule.</summary>
    public async Task RemoveSilentlyAsync(string system, string set, Guid id)
    {
        using var answer = await control.DeleteAsync(new Uri($"rows?system={system}&set={set}&id={id}&silent=true", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Adds a fault rule, see the sandbox's control API.</summary>
    public async Task FaultAsync(object rule)
    {
        using var answer = await control.PostAsJsonAsync("faults", new { rules = new[] { rule } });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Clears all fault rules.</summary>
    public async Task ClearFaultsAsync()
    {
        using var answer = await control.DeleteAsync(new Uri("faults", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Narrows privileges of the signed-in user in Sales to a depth such as basic, or takes them away (null).</summary>
    public async Task PrivilegesAsync(object privileges)
    {
        using var answer = await control.PostAsJsonAsync("privileges", new { privileges });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Moves the clock of Sales against that of Business Central, as an ISO 8601 duration such as -PT5M.</summary>
    public async Task SalesOffsetAsync(string duration)
    {
        using var answer = await control.PostAsJsonAsync("clock", new { salesOffset = duration });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Requests since the last reset of the counts, optionally narrowed.</summary>
    public async Task<IReadOnlyList<RequestCount>> RequestsAsync()
    {
        var answer = await control.GetFromJsonAsync<JsonNode>("requests");
        return answer!["counts"].Deserialize<List<RequestCount>>(JsonSerializerOptions.Web)!;
    }

    /// <summary>Requests that limits refused, by system.</summary>
    public async Task<IReadOnlyDictionary<string, int>> RejectedAsync()
    {
        var answer = await control.GetFromJsonAsync<JsonNode>("requests");
        return answer!["rejected"].Deserialize<Dictionary<string, int>>()!;
    }

    /// <summary>Zeroes the request counts.</summary>
    public async Task ResetRequestsAsync()
    {
        using var answer = await control.DeleteAsync(new Uri("requests", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
    }

    private async Task<JsonArray> WriteAsync(string system, string set, object[] rows, bool silent)
    {
        using var answer = await control.PostAsJsonAsync("rows", new { system, set, rows, silent });
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return RowsOf(JsonNode.Parse(text)!);
    }

    private static JsonArray RowsOf(JsonNode answer) => answer as JsonArray ?? answer["rows"]?.AsArray() ?? answer["value"]!.AsArray();
}
