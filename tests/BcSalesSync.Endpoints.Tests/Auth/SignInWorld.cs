using System.Net;
using System.Net.Http.Json;
using System.Security;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Auth;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Endpoints.Tests.Http;
using BcSalesSync.Sandbox;

namespace BcSalesSync.Endpoints.Tests.Auth;

/// <summary>A sandbox with a sign-in service, and a session that signs in there through MSAL.</summary>
internal sealed class SignInWorld : IDisposable
{
    public const string Secret = "planted-secret-7f3a";
    private static readonly Uri Authority = new("https://login.example/");
    private static readonly Uri Bc = SandboxOptions.BusinessCentralAddress;
    private static readonly Uri Sales = SandboxOptions.SalesAddress;

    private readonly SandboxHandler sandbox;
    private readonly HttpClient http;
    private readonly Func<SignInSession> open;

    public SignInWorld(
        SandboxSignIn service, SignIn signIn, int attempts = 6, TimeProvider? serviceClock = null, TimeProvider? ownClock = null,
            UserTokenCache? cache = null)
    {
        sandbox = new SandboxHandler(new SandboxOptions { Seed = "empty", SignIn = service, TimeProvider = serviceClock ?? TimeProvider.System });
        http = new HttpClient(sandbox, disposeHandler: false) { BaseAddress = SandboxOptions.ControlAddress };
        var settings = new HttpSettings { Time = ownClock ?? Time, MaxAttempts = attempts, BaseDelay = TimeSpan.FromMilliseconds(1) };
        open = () => SignInSession.Open(signIn, (Bc, Sales), sandbox, settings, cache ?? new UserTokenCache(folder: null), Announced.Add);
        Session = open();
    }

    public JumpingTime Time { get; } = new(TimeSpan.FromMinutes(10));

    public List<string> Announced { get; } = [];

    public SignInSession Session { get; private set; }

    /// <summary>A sign-in as the sandbox's own application.</summary>
    public static SignIn As(SignInMethod method, SandboxSignIn? service = null) => new()
    {
        Method = method,
        TenantId = (service ?? new()).TenantId,
        ClientId = (service ?? new()).ClientId,
        ClientSecret = method is SignInMethod.ClientSecret ? Secured(Secret) : null,
        Authority = Authority,
    };

    public static SecureString Secured(string text) => new NetworkCredential(string.Empty, text).SecurePassword;

    /// <summary>Asks a system for something with its token; what it answers.</summary>
    public async Task<HttpStatusCode> AskAsync(SystemSide side, bool refresh = false, string? claims = null)
    {
        var token = await TokenAsync(side, refresh, claims);
        using var request = new HttpRequestMessage(HttpMethod.Get, side is SystemSide.Sales ? new Uri(Sales, "WhoAmI()") : new Uri(Bc, "companies"));
        request.Headers.Authorization = new("Bearer", token);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    public async Task<string> TokenAsync(SystemSide side, bool refresh = false, string? claims = null)
    {
        var source = side is SystemSide.Sales ? Session.Sales : Session.BusinessCentral;
        using var token = await source.GetTokenAsync(new TokenRequest(side is SystemSide.Sales ? Sales : Bc, refresh, claims), default);
        return new NetworkCredential(string.Empty, token).Password;
    }

    /// <summary>Signs in anew, as another process would.</summary>
    public void Restart()
    {
        Session.Dispose();
        Session = open();
    }

    public async Task FaultAsync(object rule) => (await http.PostAsJsonAsync("faults", new { rules = new[] { rule } })).EnsureSuccessStatusCode();

    public async Task PlayAsync(object played) => (await http.PostAsJsonAsync("events", played)).EnsureSuccessStatusCode();

    /// <summary>Times the sign-in service was asked.</summary>
    public async Task<int> AskedAsync()
    {
        var counts = (await http.GetFromJsonAsync<System.Text.Json.Nodes.JsonObject>("requests"))!["counts"]!.AsArray();
        return counts.Where(count => count!["system"]!.ToString() == "signin").Sum(count => count!["requests"]!.GetValue<int>());
    }

    public void Dispose()
    {
        Session.Dispose();
        http.Dispose();
        sandbox.Dispose();
    }
}
