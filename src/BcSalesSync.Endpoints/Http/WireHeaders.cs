using System.Net.Http.Headers;

namespace BcSalesSync.Endpoints.Http;

/// <summary>Headers of an answer, those of its content included; names compare without case.</summary>
internal sealed class WireHeaders
{
    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    public WireHeaders(params HttpHeaders?[] sources)
    {
        foreach (var source in sources)
        {
            if (source is null)
                continue;
            foreach (var (name, parts) in source.NonValidated)
                values[name] = parts.ToString();
        }
    }

    public WireHeaders(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        foreach (var (name, value) in pairs)
            values[name] = value;
    }

    public static WireHeaders None { get; } = new(Array.Empty<HttpHeaders?>());

    public string? this[string name] => values.GetValueOrDefault(name);
}
