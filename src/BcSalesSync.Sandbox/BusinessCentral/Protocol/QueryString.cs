namespace BcSalesSync.Sandbox.BusinessCentral.Protocol;

// The query of an address: the options decoded, and the text as it came for links built from it.
internal sealed record QueryString(string Text, IReadOnlyDictionary<string, string> Options)
{
    public static QueryString Parse(string query)
    {
        var text = query.TrimStart('?');
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var split = part.IndexOf('=', StringComparison.Ordinal);
            var name = Decode(split < 0 ? part : part[..split]);
            if (!options.TryAdd(name, split < 0 ? "" : Decode(part[(split + 1)..])) && name.StartsWith('$'))
            {
                throw BcException.Refused("BadRequest_InvalidRequestUrl", $"Query option '{name}' was specified more than once.");
            }
        }

        return new QueryString(text, options);
    }

    // The same query continued at another place.
    public string ContinuedAt(string token)
    {
        var kept = Text.Split('&', StringSplitOptions.RemoveEmptyEntries).Where(part =>
            !Decode(part).StartsWith("$skiptoken=", StringComparison.Ordinal) && !part.StartsWith("aid=", StringComparison.Ordinal));
        var escaped = Uri.EscapeDataString(token)
            .Replace("%27", "'", StringComparison.Ordinal)
            .Replace("%2C", ",", StringComparison.Ordinal)
            .Replace("%3A", ":", StringComparison.Ordinal);
        return string.Join('&', kept.Append("aid=FIN").Append("$skiptoken=" + escaped));
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
