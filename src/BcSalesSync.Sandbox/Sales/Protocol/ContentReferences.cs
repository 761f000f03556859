namespace BcSalesSync.Sandbox.Sales.Protocol;

// The rows the operations of a batch wrote, by Content-ID: "$1" in a later operation means the row of operation 1.
internal sealed class ContentReferences
{
    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);

    public void Add(string contentId, string path) => _paths[contentId] = path;

    // "$1" or "$1/name" with the row's path instead of the reference; other text unchanged.
    public string Resolve(string text)
    {
        if (!text.StartsWith('$') || text.Length < 2 || !char.IsAsciiDigit(text[1]))
        {
            return text;
        }

        var end = text.IndexOfAny(['/', '?']);
        var reference = end < 0 ? text : text[..end];
        return _paths.TryGetValue(reference[1..], out var path)
            ? path + (end < 0 ? "" : text[end..])
            : throw SalesError.OData($"Content-ID Reference: '{reference}' does not exist in the batch context.");
    }
}
