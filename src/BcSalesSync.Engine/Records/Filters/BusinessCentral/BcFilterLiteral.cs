using System.Globalization;

namespace BcSalesSync.Engine.Records.Filters.BusinessCentral;

/// <summary>Reads values as the field they are compared with holds them.</summary>
internal static class BcFilterLiteral
{
    private static readonly string[] TimeForms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"];

    /// <summary>The value; blank text is empty.</summary>
    public static FieldValue Read(BcFilterOperand operand, ColumnSchema column)
    {
        var text = operand.Text;
        if (string.IsNullOrWhiteSpace(text))
            return FieldValue.Empty;
        return column.Kind switch
        {
            FieldKind.Code => FieldValue.Text(text.Trim().ToUpperInvariant()),
            FieldKind.Option => Choice(operand, column),
            FieldKind.Number => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
                ? FieldValue.Number(number)
                : throw operand.Expected("a number such as 12.5"),
            FieldKind.Boolean => Flag(operand),
            FieldKind.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? FieldValue.Date(date)
                : throw operand.Expected("a date such as 2026-01-31"),
            FieldKind.DateTime => Time(operand),
            FieldKind.UniqueId or FieldKind.Lookup => Guid.TryParseExact(text, "D", out var id)
                ? FieldValue.Id(id)
                : throw operand.Expected("an id"),
            _ => FieldValue.Text(text),
        };
    }

    private static FieldValue Choice(BcFilterOperand operand, ColumnSchema column)
    {
        if (column.Choices.Count == 0)
            return FieldValue.Text(operand.Text);
        var choice = column.Choices.FirstOrDefault(known => known.Label.Equals(operand.Text, StringComparison.OrdinalIgnoreCase));
        return choice is not null
            ? FieldValue.Text(choice.Label)
            : throw operand.Expected($"one of {string.Join(", ", column.Choices.Select(known => $"'{known.Label}'"))}");
    }

    private static FieldValue Flag(BcFilterOperand operand) => operand.Text.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "1" => FieldValue.Boolean(true),
        "FALSE" or "NO" or "0" => FieldValue.Boolean(false),
        _ => throw operand.Expected("Yes or No"),
    };

    private static FieldValue Time(BcFilterOperand operand) => DateTimeOffset.TryParseExact(
        operand.Text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        ? FieldValue.Time(time)
        : throw operand.Expected("a time such as 2026-01-31T08:00:00Z");
}
