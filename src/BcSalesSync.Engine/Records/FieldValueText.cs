using System.Globalization;

namespace BcSalesSync.Engine.Records;

/// <summary>
/// One-line text form of values for the state store; a letter names the kind, so that reading gives back exactly what was written.
/// </summary>
public static class FieldValueText
{
    /// <summary>Writes a value; an empty one becomes empty text.</summary>
    public static string Write(FieldValue value) => value.Raw switch
    {
        null => string.Empty,
        string text => "t" + text,
        decimal => "n" + value,
        bool => "b" + value,
        DateOnly => "d" + value,
        DateTimeOffset => "m" + value,
        Guid => "g" + value,
        Lookup lookup => $"l{lookup.Table}:{lookup.Id}",
        var other => throw new InvalidOperationException($"A field cannot hold a {other.GetType().Name}."),
    };

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">The text was not written by <see cref="Write"/>.</exception>
    public static FieldValue Read(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return FieldValue.Empty;
        var body = text[1..];
        return text[0] switch
        {
            't' => FieldValue.Text(body.ToString()),
            'n' => FieldValue.Number(decimal.Parse(body, NumberStyles.Number, CultureInfo.InvariantCulture)),
            'b' => FieldValue.Boolean(bool.Parse(body)),
            'd' => FieldValue.Date(DateOnly.ParseExact(body, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            'm' => FieldValue.Time(DateTimeOffset.Parse(body, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)),
            'g' => FieldValue.Id(Guid.Parse(body)),
            'l' => ReadLookup(body),
            _ => throw new FormatException($"'{text}' is not a stored field value."),
        };
    }

    private static FieldValue ReadLookup(ReadOnlySpan<char> body)
    {
        var colon = body.LastIndexOf(':');
        if (colon < 0)
            throw new FormatException($"'{body}' is not a stored reference.");
        return FieldValue.Reference(body[..colon].ToString(), Guid.Parse(body[(colon + 1)..]));
    }
}
