namespace BcSalesSync.Sandbox.BusinessCentral.Protocol;

// "customers" or "customers(5c1f...)".
internal sealed record PathSegment(string Name, Guid? Key)
{
    public static IReadOnlyList<PathSegment> Parse(string path) =>
        [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => ParseOne(Uri.UnescapeDataString(part)))];

    private static PathSegment ParseOne(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0 || !text.EndsWith(')'))
        {
            return new PathSegment(text, null);
        }

        var key = text[(open + 1)..^1];
        if (key.StartsWith("id=", StringComparison.OrdinalIgnoreCase))
        {
            key = key[3..];
        }

        return Guid.TryParseExact(key, "D", out var id)
            ? new PathSegment(text[..open], id)
            : throw new BcException(
                System.Net.HttpStatusCode.NotFound, "BadRequest_NotFound", $"Bad Request - Error in query syntax: '{text}'.");
    }
}
