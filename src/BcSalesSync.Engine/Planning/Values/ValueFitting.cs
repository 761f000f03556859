using System.Globalization;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Planning.Values;

/// <summary>
/// Brings a value into the form its destination column keeps, so that comparing and writing mean the same (spec/mappings.md 2.0).
/// </summary>
internal static class ValueFitting
{
    /// <summary>Fits a value; text too long is cut, codes are trimmed and upper-cased, numbers and dates are converted.</summary>
    /// <exception cref="FormatException">The value cannot be converted.</exception>
    public static FieldValue Fit(FieldValue value, ColumnSchema column)
    {
        if (value.IsEmpty)
            return FieldValue.Empty;
        return column.Kind switch
        {
            FieldKind.Text => FieldValue.Text(Cut(value.ToString(), column)),
            FieldKind.Code => FieldValue.Text(Cut(value.ToString().Trim().ToUpperInvariant(), column)),
            FieldKind.Number => FieldValue.Number(ToNumber(value)),
            FieldKind.Option => ToChoice(value),
            FieldKind.Boolean => FieldValue.Boolean(ToBoolean(value)),
            FieldKind.Date => FieldValue.Date(ToDate(value)),
            FieldKind.DateTime => FieldValue.Time(ToTime(value)),
            FieldKind.UniqueId => FieldValue.Id(value.AsId() ?? Guid.Parse(value.ToString())),
            _ => value,
        };
    }

    private static string Cut(string text, ColumnSchema column) =>
        column.MaxLength is { } length && text.Length > length ? text[..length].TrimEnd() : text;

    // Dataverse keeps choices as numbers, Business Central by name; a constant is text either way.
    private static FieldValue ToChoice(FieldValue value) =>
        value.Raw is string text && !decimal.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? value
            : FieldValue.Number(ToNumber(value));

    private static decimal ToNumber(FieldValue value) => value.Raw switch
    {
        decimal number => number,
        bool boolean => boolean ? 1 : 0,
        _ => decimal.Parse(value.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture),
    };

    private static bool ToBoolean(FieldValue value) => value.Raw switch
    {
        bool boolean => boolean,
        decimal number => number != 0,
        _ => value.ToString() is "1" || bool.Parse(value.ToString()),
    };

    private static DateOnly ToDate(FieldValue value) => value.Raw switch
    {
        DateOnly date => date,
        DateTimeOffset time => DateOnly.FromDateTime(time.UtcDateTime),
        _ => DateOnly.Parse(value.ToString(), CultureInfo.InvariantCulture),
    };

    private static DateTimeOffset ToTime(FieldValue value) => value.Raw switch
    {
        DateTimeOffset time => time,
        DateOnly date => new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
        _ => DateTimeOffset.Parse(value.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
    };
}
