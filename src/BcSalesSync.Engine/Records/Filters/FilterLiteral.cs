using System.Globalization;

namespace BcSalesSync.Engine.Records.Filters;

/// <summary>Reads and writes the values of a filter text.</summary>
internal static class FilterLiteral
{
    private const string Forms = "a value ('text', number, true, false, null, id, yyyy-MM-dd or yyyy-MM-ddThh:mm:ssZ)";

    private const NumberStyles NumberForm = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    private static readonly string[] TimeForms = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public static FieldValue Read(FilterToken token) => token.Kind is FilterTokenKind.Text ? FieldValue.Text(token.Value) : ReadWord(token);

    public static string Write(FieldValue value) => value.Raw switch
    {
        null => "null",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => value.ToString(),
    };

    private static FieldValue ReadWord(FilterToken token)
    {
        var word = token.Value;
        if (token.IsWord("null"))
            return FieldValue.Empty;
        if (token.IsWord("true") || token.IsWord("false"))
            return FieldValue.Boolean(token.IsWord("true"));
        if (decimal.TryParse(word, NumberForm, CultureInfo.InvariantCulture, out var number))
            return FieldValue.Number(number);
        if (Guid.TryParseExact(word, "D", out var id))
            return FieldValue.Id(id);
        if (DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return FieldValue.Date(date);
        if (DateTimeOffset.TryParseExact(word, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return FieldValue.Time(time);
        throw token.Expected(Forms);
    }
}
