using System.Text;

namespace BcSalesSync.Endpoints.OData;

/// <summary>Query options of an OData address. Options without content are left out.</summary>
internal sealed record ODataQuery
{
    public IReadOnlyList<string> Select { get; init; } = [];

    public string? Filter { get; init; }

    public string? OrderBy { get; init; }

    public string? Expand { get; init; }

    public bool Count { get; init; }

    /// <summary>The path with the options behind it, escaped.</summary>
    public string Append(string path)
    {
        var text = new StringBuilder(path);
        var separator = '?';
        Add("$select", Select.Count == 0 ? null : string.Join(',', Select));
        Add("$filter", Filter);
        Add("$orderby", OrderBy);
        Add("$expand", Expand);
        Add("$count", Count ? "true" : null);
        return text.ToString();

        void Add(string option, string? value)
        {
            if (string.IsNullOrEmpty(value))
                return;
            text.Append(separator).Append(option).Append('=').Append(Escape(value));
            separator = '&';
        }
    }

    // Commas, colons, slashes and brackets are plain in queries; leaving them readable keeps addresses short.
    private static string Escape(string value) => new StringBuilder(Uri.EscapeDataString(value))
        .Replace("%2C", ",").Replace("%3A", ":").Replace("%28", "(").Replace("%29", ")").Replace("%27", "'").Replace("%24", "$").ToString();
}
