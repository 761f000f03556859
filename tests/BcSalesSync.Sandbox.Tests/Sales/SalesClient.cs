using System.Net;
using System.Text;
using System.Text.Json;

namespace BcSalesSync.Sandbox.Tests.Sales;

// An HTTP client of the Sales side, in the way any client would use it.
public sealed class SalesClient : IDisposable
{
    private readonly SandboxHandler _handler;
    private readonly HttpClient _http;

    public SalesClient(string seed = "cronus")
        : this(new SandboxOptions { Seed = seed })
    {
    }

    public SalesClient(SandboxOptions options)
    {
        _handler = new SandboxHandler(options);
        _http = new HttpClient(_handler) { BaseAddress = SandboxOptions.SalesAddress };
        _http.DefaultRequestHeaders.Authorization = new("Bearer", "any");
        _http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
    }

    // The root of the API without a slash at its end.
    public static string Api => SandboxOptions.SalesAddress.ToString().TrimEnd('/');

    public async Task<Answer> SendAsync(string method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        var address = path.StartsWith("/sandbox/", StringComparison.Ordinal)
            ? new Uri(SandboxOptions.ControlAddress, path)
            : new Uri(path, UriKind.RelativeOrAbsolute);
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (body is not null)
        {
            request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        }

        foreach (var (name, value) in headers)
        {
            if (name == "Content-Type")
            {
                request.Content!.Headers.Remove(name);
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
            else
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = await _http.SendAsync(request);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase));
    }

    public async Task<JsonElement> GetAsync(string path, string? prefer = null)
    {
        var answer = await SendAsync("GET", path, null, prefer is null ? [] : [("Prefer", prefer)]);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return answer.Json;
    }

    public async Task<List<JsonElement>> RowsAsync(string path, string? prefer = null) =>
        [.. (await GetAsync(path, prefer)).GetProperty("value").EnumerateArray()];

    public async Task<Guid> IdOfAsync(string set, string key, string name) =>
        Assert.Single(await RowsAsync($"{set}?$select={key}&$filter={name}")).GetProperty(key).GetGuid();

    public Task<Guid> AccountAsync(string name) => IdOfAsync("accounts", "accountid", $"name eq '{name}'");

    // Creates a row and answers its id.
    public async Task<Guid> CreateAsync(string set, object row)
    {
        var answer = await SendAsync("POST", set, row);
        Assert.True(answer.Status == HttpStatusCode.NoContent, answer.Text);
        return Guid.Parse(answer.Headers["OData-EntityId"].Split('(', ')')[1]);
    }

    public async Task ControlAsync(string request, object body)
    {
        var answer = await SendAsync("POST", "/sandbox/" + request, body);
        Assert.True((int)answer.Status < 300, answer.Text);
    }

    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }
}
