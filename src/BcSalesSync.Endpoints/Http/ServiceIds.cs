namespace BcSalesSync.Endpoints.Http;

/// <summary>The ids by which the vendor's support finds a request: each service and each gateway on the way has its own.</summary>
internal static class ServiceIds
{
    private const int LongestId = 100;

    // The one that support asks for first comes first.
    private static readonly string[] Names =
    [
        "x-ms-service-request-id", "request-id", "ms-correlation-x", "REQ_ID", "x-ms-correlation-request-id", "x-ms-correlation-id",
        "x-ms-request-id", "x-ms-activity-id", "mise-correlation-id",
    ];

    /// <summary>The id to give support; null when the service gave none.</summary>
    public static string? First(WireHeaders headers) => All(headers).Select(id => id.Value).FirstOrDefault();

    /// <summary>All ids of an answer with the names of their headers; what does not look like an id is left out.</summary>
    public static IEnumerable<KeyValuePair<string, string>> All(WireHeaders headers) =>
        from name in Names let value = headers[name] where value is not null && IsId(value) select KeyValuePair.Create(name, value);

    private static bool IsId(string value) => value.Length is > 0 and <= LongestId
        && value.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or ':' or '|' or '{' or '}');
}
