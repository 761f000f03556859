using System.Net;
using System.Net.Http.Json;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Tests.Wire;
using BcSalesSync.Host.Serving;
using BcSalesSync.Runtime;
using BcSalesSync.Runtime.Connections;
using BcSalesSync.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BcSalesSync.Host.Tests.Wire;

// Both systems and the sign-in service behind sockets and TLS, and sessions that sign in there as an application does.
internal sealed class TlsSandbox : IAsyncDisposable
{
    // What the application signs in with.
    public const string Secret = "planted-secret-19c4";
    private readonly HastyTime time = new();
    private readonly TestAuthority authority = new();
    private readonly SandboxSignIn signIn = new() { ClientSecret = Secret, ClientId = "11111111-0000-4000-8000-0000000000e2" };
    private readonly SandboxHandler sandbox;
    private readonly HttpClient control;
    private readonly X509Certificate2 certificate;
    private WebApplication web = null!;

    private TlsSandbox(string seed)
    {
        sandbox = new SandboxHandler(new SandboxOptions { Seed = seed, SignIn = signIn, TimeProvider = time, Limits = new SandboxLimits() });
        control = new HttpClient(sandbox, disposeHandler: false) { BaseAddress = SandboxOptions.ControlAddress };
        certificate = authority.Issue();
    }

    public static async Task<TlsSandbox> StartAsync(string seed = "cronus")
    {
        var served = new TlsSandbox(seed);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestLineSize = 256 * 1024;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(served.certificate));
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        served.web = builder.Build();
        served.web.Run(new RequestForwarder(served.sandbox).ForwardAsync);
        await served.web.StartAsync();
        return served;
    }

    // A session over the network, by the way that production takes; only the authority of its certificate is made known to it.
    public async Task<ISyncSession> ConnectAsync(ISyncObserver observer, string statePath, bool isTrusted = true)
    {
        var settings = new ConnectionSettings
        {
            BusinessCentralUrl = On(SandboxOptions.BusinessCentralAddress),
            SalesUrl = On(SandboxOptions.SalesAddress),
            StatePath = statePath,
            SignIn = new SignIn
            {
                Method = SignInMethod.ClientSecret, TenantId = signIn.TenantId, ClientId = signIn.ClientId, ClientSecret = Secured(Secret),
                Authority = new Uri(Root, "/"),
            },
        };
        var ground = new SessionGround { Clock = time, Network = isTrusted ? authority.CreateHandler() : null };
        return await SyncSessionFactory.OpenAsync(settings, observer, ground, default);
    }

    public Task FaultAsync(params object[] rules) => TellAsync("faults", new { rules });

    // Ends all tokens; new ones must be asked for with the claims.
    public Task RevokeTokensAsync(string claims) => TellAsync("events", new { type = "revokeTokens", claims });

    // Names in a set, in order.
    public async Task<IReadOnlyList<string>> NamesAsync(string system, string set, string column)
    {
        var answer = await control.GetFromJsonAsync<System.Text.Json.Nodes.JsonObject>($"rows?system={system}&set={set}");
        return [.. answer!["rows"]!.AsArray().Select(row => row![column]!.ToString()).Order(StringComparer.Ordinal)];
    }

    // Times that a system was asked.
    public async Task<int> RequestsAsync(string system)
    {
        var answer = await control.GetFromJsonAsync<System.Text.Json.Nodes.JsonObject>("requests");
        return answer!["counts"]!.AsArray().Where(count => (string?)count!["system"] == system).Sum(count => (int)count!["requests"]!);
    }

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        control.Dispose();
        sandbox.Dispose();
        certificate.Dispose();
        authority.Dispose();
    }

    private Uri Root => new($"https://localhost:{new Uri(web.Urls.First()).Port}");

    private Uri On(Uri address) => new(Root, address.AbsolutePath.TrimEnd('/'));

    private static SecureString Secured(string text) => new NetworkCredential(string.Empty, text).SecurePassword;

    private async Task TellAsync(string resource, object body)
    {
        using var answer = await control.PostAsJsonAsync(resource, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
