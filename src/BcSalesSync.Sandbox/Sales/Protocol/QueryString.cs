namespace BcSalesSync.Sandbox.Sales.Protocol;

// The query part of an address. Like the real service it reads '+' as a blank.
internal static class QueryString
{
    public static IReadOnlyDictionary<string, string> Parse(string query)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in Parts(query))
        {
            if (!options.TryAdd(Decode(name), Decode(value)))
            {
                throw SalesError.OData(
                    $"Query option '{Decode(name)}' was specified more than once, but it must be specified at most once.");
            }
        }

        return options;
    }

    // The query without one option, as it was written; empty or with its question mark.
    public static string Without(string query, string option)
    {
        var kept = Parts(query).Where(part => Decode(part.Name) != option).Select(part => part.Name + "=" + part.Value).ToList();
        return kept.Count == 0 ? "" : "?" + string.Join('&', kept);
    }

    private static IEnumerable<(string Name, string Value)> Parts(string query) =>
        query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part =>
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            return equals < 0 ? (part, "") : (part[..equals], part[(equals + 1)..]);
        });

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
