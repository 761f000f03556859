namespace BcSalesSync.Sandbox.Sales.Protocol;

// One segment of a resource path: a name and what stands in parentheses behind it (null without them).
internal sealed record PathSegment(string Name, string? Key)
{
    // Splits a path at the slashes that are not inside quotes.
    public static IReadOnlyList<PathSegment> Parse(string path)
    {
        var segments = new List<PathSegment>();
        var quoted = false;
        var start = 0;
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '\'')
            {
                quoted = !quoted;
            }
            else if (path[i] == '/' && !quoted)
            {
                segments.Add(Of(path[start..i]));
                start = i + 1;
            }
        }

        if (start < path.Length)
        {
            segments.Add(Of(path[start..]));
        }

        return segments;
    }

    // The key as a row id; a key by other columns names an alternate key, and no table has one.
    public Guid Id() => Guid.TryParse(Key, out var id)
        ? id
        : throw SalesError.OData($"The key '{Key}' of the segment '{Name}' is not defined on the table.");

    // The value of "LogicalName='account'" and the like; null when the key does not have this form.
    public string? NamedKey(string name)
    {
        var prefix = name + "='";
        return Key is not null && Key.StartsWith(prefix, StringComparison.Ordinal) && Key.EndsWith('\'') ? Key[prefix.Length..^1] : null;
    }

    private static PathSegment Of(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        return open < 0 || !text.EndsWith(')') ? new PathSegment(text, null) : new PathSegment(text[..open], text[(open + 1)..^1]);
    }
}
