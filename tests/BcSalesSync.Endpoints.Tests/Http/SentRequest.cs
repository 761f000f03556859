namespace BcSalesSync.Endpoints.Tests.Http;

/// <summary>A request as it reached the handler.</summary>
internal sealed record SentRequest(string Method, Uri Address, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>Path and query, unescaped, as the specification shows them.</summary>
    public string Url => Uri.UnescapeDataString(Address.PathAndQuery);
}
