using System.Net;
using System.Text.Json;
using BcSalesSync.Sandbox.Tests.BusinessCentral;

namespace BcSalesSync.Sandbox.Tests.Control;

// The control API as a test or a demo speaks to it.
public static class ControlClient
{
    public static async Task<JsonElement> PostAsync(this BcClient client, string request, object body)
    {
        var (status, answer) = await client.SendAsync(HttpMethod.Post, "/sandbox/" + request, body);
        Assert.True((int)status < 300, answer.ToString());
        return answer;
    }

    public static async Task<JsonElement> ShowAsync(this BcClient client, string request)
    {
        var (status, answer) = await client.SendAsync(HttpMethod.Get, "/sandbox/" + request);
        Assert.True(status == HttpStatusCode.OK, answer.ToString());
        return answer;
    }

    public static Task<JsonElement> SilentlyAsync(this BcClient client, string set, params object[] rows) =>
        client.PostAsync("rows", new { system = "bc", set, rows, silent = true });

    public static async Task<JsonElement> AsUserAsync(this BcClient client, string set, object row) =>
        (await client.PostAsync("rows", new { system = "bc", set, rows = new[] { row } })).GetProperty("rows")[0];

    public static Task<JsonElement> FaultAsync(this BcClient client, object rule) =>
        client.PostAsync("faults", new { rules = new[] { rule } });

    public static async Task<List<JsonElement>> ShowRowsAsync(this BcClient client, string set) =>
        [.. (await client.ShowAsync($"rows?system=bc&set={set}")).GetProperty("rows").EnumerateArray()];
}
