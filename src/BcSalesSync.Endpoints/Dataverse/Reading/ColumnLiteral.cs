using System.Globalization;
using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Endpoints.OData;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Dataverse.Reading;

/// <summary>
/// Writes values as literals of the column they are compared with: text typed by people may stand for a number, an id or a choice.
/// </summary>
internal static class ColumnLiteral
{
    /// <summary>The literal; <c>null</c> for an empty value.</summary>
    /// <exception cref="FormatException">The text cannot be a value of the column.</exception>
    internal static string Write(FieldValue value, AttributeDefinition attribute) => value.Raw switch
    {
        null => "null",
        string text => FromText(text, attribute.Column),
        _ => ODataLiteral.Of(value),
    };

    private static string FromText(string text, ColumnSchema column) => column.Kind switch
    {
        FieldKind.Text or FieldKind.Code => ODataLiteral.Text(text),
        FieldKind.Lookup or FieldKind.UniqueId when Guid.TryParse(text, out var id) => id.ToString(),
        FieldKind.Boolean when bool.TryParse(text, out var flag) => flag ? "true" : "false",
        FieldKind.Number or FieldKind.Option when IsNumber(text, out var number) => number.ToString(CultureInfo.InvariantCulture),
        FieldKind.Option when ChoiceOf(column, text) is { } choice => choice.Value.ToString(CultureInfo.InvariantCulture),
        FieldKind.Date or FieldKind.DateTime when IsTime(text, out var time) => column.Kind == FieldKind.Date
            ? time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : ODataLiteral.Time(time),
        _ => throw new FormatException($"'{text}' is no value of column {column.Name}."),
    };

    private static bool IsNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out number);

    private static bool IsTime(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);

    private static OptionChoice? ChoiceOf(ColumnSchema column, string label) =>
        column.Choices.FirstOrDefault(choice => string.Equals(choice.Label, label, StringComparison.OrdinalIgnoreCase));
}
