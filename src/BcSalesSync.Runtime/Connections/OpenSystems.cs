using System.Net;
using System.Security;
using BcSalesSync.Contracts;
using BcSalesSync.Dataverse.ServiceClient;
using BcSalesSync.Endpoints.BusinessCentral;
using BcSalesSync.Endpoints.Dataverse;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Engine.Ports;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Runtime.Reporting.Gathering;
using BcSalesSync.Sandbox;

namespace BcSalesSync.Runtime.Connections;

/// <summary>Both systems of a connection, over the network or simulated in process.</summary>
internal sealed class OpenSystems : IDisposable
{
    // Dataverse says itself how many requests it likes to have under way; this many until it does (spec/wire-dataverse.md 5.1).
    private const int SalesLanes = 8;

    // What Business Central works on at a time (spec/wire-bc.md 4.1).
    private const int BcLanes = 5;

    // All sessions of the process go through the same gates.
    private static readonly LaneBook Lanes = new();

    private readonly HttpMessageHandler handler;
    private readonly ConnectionTokens tokens;
    private readonly BusinessCentralEndpoint businessCentral;
    private readonly DataverseEndpoint web;
    private readonly IEndpoint sales;

    private OpenSystems(
        HttpMessageHandler handler,
        ConnectionTokens tokens,
        BusinessCentralEndpoint businessCentral,
        DataverseEndpoint web,
        IEndpoint sales,
        HttpClient? control,
        RequestTally requests)
    {
        this.handler = handler;
        this.tokens = tokens;
        this.businessCentral = businessCentral;
        this.web = web;
        this.sales = sales;
        Control = control;
        Requests = requests;
    }

    /// <summary>The endpoints.</summary>
    public EndpointPair Endpoints => new(businessCentral, sales);

    /// <summary>The control API of a sandbox; null for systems beyond this machine.</summary>
    public HttpClient? Control { get; }

    /// <summary>Counts what is sent.</summary>
    public RequestTally Requests { get; }

    /// <summary>Makes the endpoints; nothing is sent yet.</summary>
    /// <param name="settings">What the connection is made from.</param>
    /// <param name="ground">The clock, the way to the systems and what is known of their limits.</param>
    /// <param name="ids">Source of request ids.</param>
    /// <param name="observer">Hears about every request, and what a user has to type to sign in.</param>
    /// <exception cref="SyncException">Something to connect with is missing or unusable.</exception>
    public static OpenSystems Open(ConnectionSettings settings, SessionGround ground, IIdSource ids, ISyncObserver observer)
    {
        if (settings.SalesTransport is SalesTransport.ServiceClient && !ServiceClientTransport.IsIncluded)
            throw ConnectionErrors.NoServiceClient();
        var bcUrl = settings.Sandbox ? SandboxOptions.BusinessCentralAddress : settings.BusinessCentralUrl
            ?? throw ConnectionErrors.Missing("BusinessCentralUrl");
        var salesUrl = settings.Sandbox ? SandboxOptions.SalesAddress : settings.SalesUrl ?? throw ConnectionErrors.Missing("SalesUrl");
        var handler = ground.Network ?? (settings.Sandbox ? CreateSandbox(settings, ground.Clock) : HandlerFactory.Create());
        var requests = new RequestTally();
        var http = new HttpSettings
        {
            Time = ground.Clock,
            Trace = trace =>
            {
                requests.Add(trace);
                observer.Debug(Describe(trace));
            },
            Throttled = requests.AddPause,
            Secrets = SecretsOf(settings),
            Lanes = LanesOf(settings, ground),
        };
        var limits = ground.Limits ?? (settings.Sandbox ? null : new SystemLimits());
        ConnectionTokens? tokens = null;
        try
        {
            tokens = ConnectionTokens.Open(settings, (bcUrl, salesUrl), handler, http, observer.Warning);
            var bc = BusinessCentralEndpoint.Create(
                new BusinessCentralOptions { Address = bcUrl, Company = settings.Company, Http = BcHttp(settings, http, limits) },
                handler,
                tokens.BusinessCentral,
                ids);
            var options = new DataverseOptions
            {
                BaseAddress = salesUrl, FindCompany = async cancel => (await bc.GetFactsAsync(cancel).ConfigureAwait(false)).CompanyId,
            };
            var web = DataverseEndpoint.Create(
                options, http with { Concurrency = SalesLanes, Limits = limits?.Sales }, handler, tokens.Sales, ids);
            IEndpoint sales = settings.SalesTransport is SalesTransport.ServiceClient
                ? ServiceClientTransport.Open(web, options, http, tokens.Sales.Tokens)
                : web;
            return new OpenSystems(handler, tokens, bc, web, sales, ControlOf(settings, bcUrl, handler), requests);
        }
        catch (Exception problem)
        {
            tokens?.Dispose();
            handler.Dispose();
            if (problem is EndpointException refused)
                throw ConnectionErrors.Endpoint(refused);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Control?.Dispose();
        businessCentral.Dispose();
        (sales as IDisposable)?.Dispose();
        web.Dispose();
        tokens.Dispose();
        handler.Dispose();
    }

    private static KnownSecrets SecretsOf(ConnectionSettings settings)
    {
        var secrets = new KnownSecrets();
        secrets.Add(Text(settings.SignIn?.ClientSecret));
        secrets.Add(Text(settings.SignIn?.CertificatePassword));
        secrets.Add(settings.BusinessCentralCredential?.Password);
        return secrets;
    }

    private static string? Text(SecureString? secret) => secret is null ? null : new NetworkCredential(string.Empty, secret).Password;

    private static LaneBook LanesOf(ConnectionSettings settings, SessionGround ground) =>
        ground.Lanes ?? (settings.Sandbox || ground.Network is not null || ground.Clock != TimeProvider.System ? new LaneBook() : Lanes);

    // On premises nothing counts requests unless an administrator says so.
    private static HttpSettings BcHttp(ConnectionSettings settings, HttpSettings http, SystemLimits? limits) => http with
    {
        Concurrency = BcLanes, Limits = settings.BusinessCentralCredential is null ? limits?.BusinessCentral : null,
    };

    private static SandboxHandler CreateSandbox(ConnectionSettings settings, TimeProvider clock)
    {
        try
        {
            return new SandboxHandler(new SandboxOptions { Seed = settings.Seed ?? "cronus", DataPath = settings.SandboxPath, TimeProvider = clock });
        }
        catch (ArgumentException e)
        {
            throw ConnectionErrors.InvalidSeed(e);
        }
    }

    private static HttpClient? ControlOf(ConnectionSettings settings, Uri bcUrl, HttpMessageHandler handler) => settings.Sandbox || bcUrl.IsLoopback
        ? new HttpClient(handler, disposeHandler: false) { BaseAddress = new Uri(bcUrl, "/sandbox/") }
        : null;

    private static string Describe(HttpTrace trace) => FormattableString.Invariant(
        $"{trace.Method} {trace.Url} -> {(object?)trace.Status ?? "no answer"} in {trace.Duration.TotalMilliseconds:0} ms, client-request-id {trace.ClientRequestId}, {Describe(trace.ServiceIds)}");

    private static string Describe(IReadOnlyList<KeyValuePair<string, string>> ids) =>
        ids.Count == 0 ? "no id of the service" : string.Join(", ", ids.Select(id => $"{id.Key} {id.Value}"));
}
