namespace BcSalesSync.Sandbox.Sales.Protocol;

// The headers of a message as they were written: Dataverse takes "If-None-Match: null", which HttpClient would not parse.
internal static class HeaderList
{
    public static IReadOnlyDictionary<string, string> Of(HttpRequestMessage message)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in message.Headers.NonValidated)
        {
            headers[name] = string.Join(',', values);
        }

        if (message.Content is not null)
        {
            foreach (var (name, values) in message.Content.Headers.NonValidated)
            {
                headers[name] = string.Join(',', values);
            }
        }

        return headers;
    }
}
