using System.Globalization;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Planning.Values;

/// <summary>
/// Brings a value into the form its destination column keeps, so that comparing and writing mean the same (spec/mappings.md 2.0).
/// </summary>
internal static class ValueFitting
{
    /// <summary>The value as the column keeps it; null when the column cannot hold it.</summary>
    public static FieldValue? Fit(FieldValue value, ColumnSchema column)
    {
        if (value.IsEmpty)
            return FieldValue.Empty;
        return column.Kind switch
        {
            FieldKind.Text => FieldValue.Text(Cut(value.ToString(), column)),
            FieldKind.Code => FieldValue.Text(Cut(value.ToString().Trim().ToUpperInvariant(), column)),
            FieldKind.Number => ToNumber(value) is { } number ? FieldValue.Number(number) : null,
            FieldKind.Option => ToChoice(value, column),
            FieldKind.Boolean => ToBoolean(value) is { } flag ? FieldValue.Boolean(flag) : null,
            FieldKind.Date => ToDate(value) is { } date ? FieldValue.Date(date) : null,
            FieldKind.DateTime => ToTime(value) is { } time ? FieldValue.Time(time) : null,
            FieldKind.UniqueId => ToId(value) is { } id ? FieldValue.Id(id) : null,
            _ => value,
        };
    }

    private static string Cut(string text, ColumnSchema column) =>
        column.MaxLength is { } length && text.Length > length ? text[..length].TrimEnd() : text;

    // Dataverse keeps choices as numbers, Business Central by name; a constant is text either way.
    private static FieldValue? ToChoice(FieldValue value, ColumnSchema column)
    {
        if (value.Raw is string text && !decimal.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return Offers(column, choice => string.Equals(choice.Label, text, StringComparison.OrdinalIgnoreCase)) ? value : null;
        return ToNumber(value) is { } number && Offers(column, choice => choice.Value == number) ? FieldValue.Number(number) : null;
    }

    // Where the choices are not known, the system itself has to judge.
    private static bool Offers(ColumnSchema column, Func<OptionChoice, bool> wanted) =>
        column.Choices.Count == 0 || column.Choices.Any(wanted);

    private static decimal? ToNumber(FieldValue value) => value.Raw switch
    {
        decimal number => number,
        bool boolean => boolean ? 1 : 0,
        string text when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static bool? ToBoolean(FieldValue value) => value.Raw switch
    {
        bool boolean => boolean,
        decimal number => number != 0,
        "1" => true,
        "0" => false,
        string text when bool.TryParse(text, out var boolean) => boolean,
        _ => null,
    };

    private static DateOnly? ToDate(FieldValue value) => value.Raw switch
    {
        DateOnly date => date,
        DateTimeOffset time => DateOnly.FromDateTime(time.UtcDateTime),
        string text when DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var date) => date,
        _ => null,
    };

    private static DateTimeOffset? ToTime(FieldValue value) => value.Raw switch
    {
        DateTimeOffset time => time,
        DateOnly date => new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
        string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) => time,
        _ => null,
    };

    private static Guid? ToId(FieldValue value) =>
        value.AsId() ?? (value.Raw is string text && Guid.TryParse(text, out var id) ? id : null);
}
