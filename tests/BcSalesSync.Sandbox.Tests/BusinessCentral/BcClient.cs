using System.Net;
using System.Text;
using System.Text.Json;

namespace BcSalesSync.Sandbox.Tests.BusinessCentral;

// An HTTP client of the Business Central side, in the way any client would use it.
public sealed class BcClient : IDisposable
{
    private readonly HttpClient _http;

    public BcClient(string seed = "cronus", int tier = 2)
        : this(new SandboxOptions { Seed = seed, Tier = tier })
    {
    }

    public BcClient(SandboxOptions options)
        : this(new SandboxHandler(options))
    {
    }

    private BcClient(SandboxHandler handler)
    {
        Handler = handler;
        _http = new HttpClient(handler);
        _http.DefaultRequestHeaders.Authorization = new("Bearer", "any");
        _http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
    }

    public SandboxHandler Handler { get; }

    public string Company { get; private set; } = "";

    public static async Task<BcClient> ConnectAsync(string seed = "cronus")
    {
        var client = new BcClient(seed);
        await client.FindCompanyAsync();
        return client;
    }

    public async Task FindCompanyAsync()
    {
        var companies = await GetAsync("companies");
        Company = $"companies({companies.GetProperty("value")[0].GetProperty("id").GetString()})";
    }

    public async Task<JsonElement> GetAsync(string path, string? prefer = null)
    {
        var (status, body) = await SendAsync(HttpMethod.Get, path, null, prefer is null ? [] : [("Prefer", prefer)]);
        Assert.True(status == HttpStatusCode.OK, body.ToString());
        return body;
    }

    // The rows of a set of the company.
    public async Task<List<JsonElement>> RowsAsync(string set, string query = "") =>
        [.. (await GetAsync($"{Company}/{set}{query}")).GetProperty("value").EnumerateArray()];

    public async Task<JsonElement> CustomerAsync(string number, string api = "") =>
        Assert.Single((await GetAsync($"{api}{Company}/customers?$filter=number eq '{number}'")).GetProperty("value").EnumerateArray());

    public async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(
        HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = Request(method, path, body, headers);
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : JsonSerializer.SerializeToElement(text));
    }

    public async Task<HttpResponseMessage> RawAsync(HttpMethod method, string path, object? body = null,
        params (string Name, string Value)[] headers)
    {
        using var request = Request(method, path, body, headers);
        return await _http.SendAsync(request);
    }

    public async Task<JsonElement> BatchAsync(IEnumerable<object> requests, params (string Name, string Value)[] headers)
    {
        var (status, body) = await SendAsync(HttpMethod.Post, "$batch", new { requests }, headers);
        Assert.True(status == HttpStatusCode.OK, body.ToString());
        return body.GetProperty("responses");
    }

    public static string CodeOf(JsonElement body) => body.GetProperty("error").GetProperty("code").GetString()!;

    public static string MessageOf(JsonElement body) => body.GetProperty("error").GetProperty("message").GetString()!;

    public void Dispose()
    {
        _http.Dispose();
        Handler.Dispose();
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, object? body, (string Name, string Value)[] headers)
    {
        var address = path.StartsWith("http", StringComparison.Ordinal) ? new Uri(path)
            : path.StartsWith("/sandbox", StringComparison.Ordinal) ? new Uri(SandboxOptions.ControlAddress, path)
            : path.StartsWith("sync:", StringComparison.Ordinal) ? new Uri(SandboxOptions.CompanionAddress + path[5..])
            : new Uri(SandboxOptions.BusinessCentralAddress + path);
        var request = new HttpRequestMessage(method, address);
        if (body is not null)
        {
            var text = body as string ?? JsonSerializer.Serialize(body);
            request.Content = new StringContent(text, Encoding.UTF8, "application/json");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}
