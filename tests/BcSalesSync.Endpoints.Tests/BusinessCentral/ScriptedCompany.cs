using System.Net;
using BcSalesSync.Endpoints.BusinessCentral;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Endpoints.Tests.Http;

namespace BcSalesSync.Endpoints.Tests.BusinessCentral;

/// <summary>One company whose discovery is answered and whose other requests a test answers.</summary>
internal sealed class ScriptedCompany : IDisposable
{
    public const string Company = "companies(8d7a5b10-3c2e-4f51-9a77-2b6d1e90c4f3)";
    public const string Standard = "/v2.0/tenant/Production/api/v2.0/";
    public const string Companion = "/v2.0/tenant/Production/api/bcsalessync/sync/v1.0/";
    private static readonly TimeSpan LongTime = TimeSpan.FromHours(1);
    private readonly Func<SentRequest, HttpResponseMessage> answer;
    private readonly int tier;

    public ScriptedCompany(
        Func<SentRequest, HttpResponseMessage> answer, int tier = 2, Func<BusinessCentralOptions, BusinessCentralOptions>? change = null)
    {
        this.answer = answer;
        this.tier = tier;
        Handler = new ScriptedHandler(Answer);
        var options = new BusinessCentralOptions
        {
            Address = new Uri("https://bc.example/v2.0/tenant/Production/api/v2.0"),
            Http = new HttpSettings
            {
                Time = Time, Jitter = new Random(1), ReadTimeout = LongTime, WriteTimeout = LongTime, MaxAttempts = 3,
            },
        };
        Endpoint = BusinessCentralEndpoint.Create(change?.Invoke(options) ?? options, Handler, new TestTokens(), new NumberedIds());
    }

    public JumpingTime Time { get; } = new(TimeSpan.FromMinutes(10));

    public ScriptedHandler Handler { get; }

    public BusinessCentralEndpoint Endpoint { get; }

    public string Companies { get; set; } =
        """{"value":[{"id":"8d7a5b10-3c2e-4f51-9a77-2b6d1e90c4f3","name":"Adatum DE"}]}""";

    public long MinimumActiveRowVersion { get; set; } = 482231;

    /// <summary>Requests other than discovery.</summary>
    public IReadOnlyList<SentRequest> Sent => Handler.Sent.Where(request => !IsDiscovery(request)).ToList();

    public int CapabilityReads => Handler.Sent.Count(request => request.Url.EndsWith("/capabilities", StringComparison.Ordinal));

    public void Dispose() => Endpoint.Dispose();

    private static bool IsDiscovery(SentRequest request) =>
        Array.Exists(["/$metadata", "/companies", "/capabilities"], tail => request.Url.EndsWith(tail, StringComparison.Ordinal))
        || request.Url.Contains("/generalLedgerSetup", StringComparison.Ordinal);

    private HttpResponseMessage Answer(SentRequest request)
    {
        if (!IsDiscovery(request))
            return answer(request);
        if (request.Url.StartsWith(Companion, StringComparison.Ordinal) && tier == 0)
            return ScriptedHandler.Json("""{"error":{"code":"BadRequest_ResourceNotFound","message":"no"}}""", HttpStatusCode.NotFound);
        return request.Url switch
        {
            Standard + "companies" => ScriptedHandler.Json(Companies),
            Standard + "$metadata" => ScriptedHandler.Status(200, body: SmallMetadata.Standard),
            Companion + "$metadata" => ScriptedHandler.Status(200, body: SmallMetadata.Companion),
            Companion + Company + "/capabilities" => ScriptedHandler.Json(
                $$"""{"value":[{"localCurrencyCode":"EUR","minimumActiveRowVersion":{{MinimumActiveRowVersion}}}]}"""),
            _ => ScriptedHandler.Json("""{"value":[{"localCurrencyCode":"EUR"}]}"""),
        };
    }
}
