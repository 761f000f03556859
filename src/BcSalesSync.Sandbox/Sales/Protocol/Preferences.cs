using System.Globalization;

namespace BcSalesSync.Sandbox.Sales.Protocol;

// What a request asks for in its Prefer header.
internal sealed class Preferences
{
    public const int LargestPage = 5000;

    private readonly List<(string Name, string Text)> _all = [];
    private readonly string[] _annotations = [];

    public Preferences(string? header)
    {
        foreach (var part in Split(header ?? ""))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? part : part[..equals];
            var value = equals < 0 ? "" : part[(equals + 1)..].Trim('"');
            _all.Add((name, part));
            switch (name)
            {
                case "return":
                    ReturnsRow = value == "representation";
                    break;
                case "odata.maxpagesize":
                    PageSize = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
                        && size is > 0 and <= LargestPage
                        ? size
                        : null;
                    break;
                case "odata.track-changes":
                    TracksChanges = true;
                    break;
                case "odata.continue-on-error":
                    ContinuesOnError = value != "false";
                    break;
                case "odata.include-annotations":
                    _annotations = value.Split(',', StringSplitOptions.TrimEntries);
                    break;
            }
        }
    }

    public bool ReturnsRow { get; }

    // Null when the header names none, or more than a page can hold.
    public int? PageSize { get; }

    public bool TracksChanges { get; }

    public bool ContinuesOnError { get; }

    // Whether the answer shall carry this annotation: asked for by its name, by the start of it, or with all others.
    public bool Wants(string annotation) => _annotations.Any(pattern =>
        pattern == "*" || pattern == annotation
        || (pattern.EndsWith(".*", StringComparison.Ordinal) && annotation.StartsWith(pattern[..^1], StringComparison.Ordinal)));

    // Whether both ask for the same annotations.
    public bool AnnotatesLike(Preferences other) => _annotations.AsSpan().SequenceEqual(other._annotations);

    // The honoured ones of the named preferences, in the words and order of the request; null when there is none.
    public string? Applied(params string[] honoured)
    {
        var applied = _all.Where(preference => honoured.Contains(preference.Name)).Select(preference => preference.Text).ToList();
        return applied.Count == 0 ? null : string.Join(',', applied);
    }

    private static IEnumerable<string> Split(string header)
    {
        var quoted = false;
        var start = 0;
        for (var i = 0; i <= header.Length; i++)
        {
            if (i < header.Length && header[i] == '"')
            {
                quoted = !quoted;
            }
            else if (i == header.Length || (header[i] is ',' or ';' && !quoted))
            {
                if (header[start..i].Trim() is { Length: > 0 } part)
                {
                    yield return part;
                }

                start = i + 1;
            }
        }
    }
}
