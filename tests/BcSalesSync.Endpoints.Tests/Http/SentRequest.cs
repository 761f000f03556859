namespace BcSalesSync.Endpoints.Tests.Http;

/// <summary>A request as it reached the handler, with the headers of its body.</summary>
internal sealed record SentRequest(string Method, Uri Address, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>Path and query, unescaped, as the specification shows them.</summary>
    public string Url => Uri.UnescapeDataString(Address.PathAndQuery);

    public static async Task<SentRequest> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Before the body is read, which parses them: they are wanted as they were sent.
        var headers = request.Headers.NonValidated.Concat(request.Content is null ? [] : request.Content.Headers.NonValidated)
            .ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        return new SentRequest(request.Method.Method, request.RequestUri!, headers, body);
    }
}
