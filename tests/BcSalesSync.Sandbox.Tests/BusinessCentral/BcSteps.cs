using System.Net;
using System.Text.Json;

namespace BcSalesSync.Sandbox.Tests.BusinessCentral;

// What most tests of master data do; a set after "sync:" is one of the companion.
public static class BcSteps
{
    public static async Task<List<JsonElement>> ReadAsync(this BcClient bc, string set, string query = "") =>
        [.. (await bc.GetAsync(bc.PathOf(set) + query)).GetProperty("value").EnumerateArray()];

    public static async Task<JsonElement> FindAsync(this BcClient bc, string set, string filter) =>
        Assert.Single(await bc.ReadAsync(set, "?$filter=" + filter));

    public static async Task<JsonElement> CreateAsync(this BcClient bc, string set, object body)
    {
        var (status, row) = await bc.TryCreateAsync(set, body);
        Assert.True(status == HttpStatusCode.Created, row.ToString());
        return row;
    }

    public static Task<(HttpStatusCode Status, JsonElement Body)> TryCreateAsync(this BcClient bc, string set, object body) =>
        bc.SendAsync(HttpMethod.Post, bc.PathOf(set), body);

    public static async Task<JsonElement> ChangeAsync(this BcClient bc, string set, JsonElement row, object body)
    {
        var (status, answer) = await bc.TryChangeAsync(set, row, body);
        Assert.True(status == HttpStatusCode.OK, answer.ToString());
        return answer;
    }

    public static Task<(HttpStatusCode Status, JsonElement Body)> TryChangeAsync(
        this BcClient bc, string set, JsonElement row, object body) =>
        bc.SendAsync(HttpMethod.Patch, $"{bc.PathOf(set)}({row.Text("id")})", body, ("If-Match", "*"));

    public static async Task RemoveAsync(this BcClient bc, string set, JsonElement row)
    {
        var (status, answer) = await bc.TryRemoveAsync(set, row);
        Assert.True(status == HttpStatusCode.NoContent, answer.ToString());
    }

    public static Task<(HttpStatusCode Status, JsonElement Body)> TryRemoveAsync(this BcClient bc, string set, JsonElement row) =>
        bc.SendAsync(HttpMethod.Delete, $"{bc.PathOf(set)}({row.Text("id")})", null, ("If-Match", "*"));

    // Writes a row as a person would and answers the refusal.
    public static async Task<string> RefusalAsUserAsync(this BcClient bc, string set, object row)
    {
        var (status, body) = await bc.SendAsync(HttpMethod.Post, "/sandbox/rows", new { system = "bc", set, rows = new[] { row } });
        Assert.True(status == HttpStatusCode.BadRequest, body.ToString());
        return BcClient.MessageOf(body);
    }

    public static void AssertRefused((HttpStatusCode Status, JsonElement Body) answer, string code, string message)
    {
        Assert.True(answer.Status == HttpStatusCode.BadRequest, answer.Body.ToString());
        Assert.Equal(code, BcClient.CodeOf(answer.Body));
        Assert.StartsWith(message + "  CorrelationId:", BcClient.MessageOf(answer.Body));
    }

    public static string Text(this JsonElement row, string property) => row.GetProperty(property).GetString()!;

    public static decimal Number(this JsonElement row, string property) => row.GetProperty(property).GetDecimal();

    public static long Version(this JsonElement row) => row.GetProperty("systemRowVersion").GetInt64();

    public static string PathOf(this BcClient bc, string set) =>
        set.StartsWith("sync:", StringComparison.Ordinal) ? $"sync:{bc.Company}/{set[5..]}" : $"{bc.Company}/{set}";
}
