using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BcSalesSync.Endpoints.BusinessCentral;
using BcSalesSync.Endpoints.Dataverse;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Endpoints.Tests.Http;
using BcSalesSync.Sandbox;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace BcSalesSync.Endpoints.Tests.Wire;

/// <summary>Both simulated systems behind sockets and TLS, with endpoints on them; single requests can meet a mishap on their way.</summary>
internal sealed class WireSandbox : IAsyncDisposable
{
    private static readonly TimeSpan LongTime = TimeSpan.FromHours(1);
    private readonly List<(Func<HttpRequest, bool> Matches, Mishap Mishap)> mishaps = [];
    private readonly List<string> seen = [];
    private readonly TestAuthority authority = new();
    private readonly SandboxHandler sandbox;
    private readonly HttpClient control;
    private readonly HttpMessageHandler network;
    private readonly List<IDisposable> endpoints = [];
    private WireServer server = null!;

    private WireSandbox(SandboxOptions options)
    {
        sandbox = new SandboxHandler(options);
        control = new HttpClient(sandbox, disposeHandler: false) { BaseAddress = SandboxOptions.ControlAddress };
        network = authority.CreateHandler();
    }

    public JumpingTime Time { get; } = new(TimeSpan.FromMinutes(10));

    public TestTokens Tokens { get; } = new();

    /// <summary>Requests that came to the socket, as method and address, in order.</summary>
    public IReadOnlyList<string> Seen
    {
        get
        {
            lock (mishaps)
                return [.. seen];
        }
    }

    public static async Task<WireSandbox> StartAsync(
        string seed = "empty", int tier = 2, HttpProtocols protocols = HttpProtocols.Http1AndHttp2, string? requireToken = null)
    {
        var world = new WireSandbox(new SandboxOptions { Seed = seed, Tier = tier, RequireToken = requireToken });
        world.server = await WireServer.StartAsync(world.AnswerAsync, world.authority.Issue(), protocols);
        return world;
    }

    public BusinessCentralEndpoint ConnectBc(int attempts = 3, int pageSize = 2000)
    {
        var endpoint = BusinessCentralEndpoint.Create(
            new BusinessCentralOptions
            {
                Address = On(SandboxOptions.BusinessCentralAddress), PageSize = pageSize, Http = Settings(attempts),
            },
            network,
            Tokens,
            new NumberedIds());
        endpoints.Add(endpoint);
        return endpoint;
    }

    public DataverseEndpoint ConnectSales(int attempts = 3)
    {
        var endpoint = DataverseEndpoint.Create(
            new DataverseOptions { BaseAddress = On(SandboxOptions.SalesAddress) }, Settings(attempts), network, Tokens, new NumberedIds());
        endpoints.Add(endpoint);
        return endpoint;
    }

    /// <summary>Lets the next request of a method whose address contains a text meet a mishap.</summary>
    public void Meet(string method, string address, Mishap mishap) => Meet(
        request => request.Method == method && AddressOf(request).Contains(address, StringComparison.OrdinalIgnoreCase), mishap);

    public void Meet(Func<HttpRequest, bool> matches, Mishap mishap)
    {
        lock (mishaps)
            mishaps.Add((matches, mishap));
    }

    /// <summary>Forgets requests and mishaps.</summary>
    public void Forget()
    {
        lock (mishaps)
        {
            seen.Clear();
            mishaps.Clear();
        }
    }

    /// <summary>Requests of a method to addresses that contain a text.</summary>
    public int Count(string method, string address) => Seen.Count(request =>
        request.StartsWith(method + " ", StringComparison.Ordinal) && request.Contains(address, StringComparison.OrdinalIgnoreCase));

    public async Task FaultAsync(object rule)
    {
        using var answer = await control.PostAsJsonAsync("faults", new { rules = new[] { rule } });
        answer.EnsureSuccessStatusCode();
    }

    public async Task ClearFaultsAsync()
    {
        using var answer = await control.DeleteAsync(new Uri("faults", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
    }

    public async Task<IReadOnlyList<JsonObject>> RowsAsync(string system, string set)
    {
        var answer = await control.GetFromJsonAsync<JsonNode>($"rows?system={system}&set={set}");
        return [.. answer!["rows"]!.AsArray().Select(row => row!.AsObject())];
    }

    /// <summary>Operations on a set, those inside batches included.</summary>
    public async Task<int> OperationsAsync(string system, string set)
    {
        var answer = await control.GetFromJsonAsync<JsonNode>("requests");
        return answer!["counts"]!.AsArray().Where(count => (string?)count!["system"] == system && (string?)count["set"] == set)
            .Sum(count => (int)count!["operations"]!);
    }

    public async ValueTask DisposeAsync()
    {
        endpoints.ForEach(endpoint => endpoint.Dispose());
        network.Dispose();
        await server.DisposeAsync();
        control.Dispose();
        sandbox.Dispose();
        authority.Dispose();
    }

    private static string AddressOf(HttpRequest request) => Uri.UnescapeDataString(request.Path + request.QueryString);

    private HttpSettings Settings(int attempts) => new()
    {
        Time = Time, Jitter = new Random(1), MaxAttempts = attempts, ReadTimeout = LongTime, WriteTimeout = LongTime,
    };

    private Uri On(Uri address) => new(server.Root, address.AbsolutePath);

    private async Task AnswerAsync(HttpContext context)
    {
        try
        {
            if (Take(context.Request) is { } mishap)
            {
                await mishap(context, () => WorkAsync(context));
                return;
            }

            using var answer = await WorkAsync(context);
            await ServedAnswer.WriteAsync(answer, context);
        }
        catch (SandboxConnectionDroppedException)
        {
            context.Abort();
        }
    }

    private async Task<HttpResponseMessage> WorkAsync(HttpContext context)
    {
        using var request = ServedAnswer.Read(context);
        return await sandbox.HandleAsync(request, default);
    }

    private Mishap? Take(HttpRequest request)
    {
        lock (mishaps)
        {
            seen.Add($"{request.Method} {AddressOf(request)}");
            var index = mishaps.FindIndex(entry => entry.Matches(request));
            if (index < 0)
                return null;
            var found = mishaps[index].Mishap;
            mishaps.RemoveAt(index);
            return found;
        }
    }
}
