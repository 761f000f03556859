namespace BcSalesSync.Endpoints.Http;

/// <summary>Makes an address fit for logs: no user information, values only of OData's own query options.</summary>
internal static class UrlRedaction
{
    public static string Redact(Uri address)
    {
        var path = address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        if (address.Query.Length < 2)
            return path;
        var options = address.Query[1..].Split('&').Select(option =>
        {
            var equals = option.IndexOf('=', StringComparison.Ordinal);
            var isOwn = option.StartsWith('$') || option.StartsWith("%24", StringComparison.Ordinal);
            return isOwn || equals < 0 ? option : option[..equals] + "=***";
        });
        return path + "?" + string.Join('&', options);
    }
}
