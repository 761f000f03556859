using System.Globalization;
using System.Text.Json;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.OData;

// Reads a JSON value into the CLR type a column stores; false when the value is not of that type.
internal static class ValueReader
{
    public static bool TryRead(JsonElement json, ColumnType type, out object? value)
    {
        value = json.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => OfText(json.GetString()!, type),
            JsonValueKind.Number => FromNumber(json, type),
            JsonValueKind.True when type == ColumnType.Boolean => true,
            JsonValueKind.False when type == ColumnType.Boolean => false,
            _ => null,
        };
        return value is not null || json.ValueKind == JsonValueKind.Null;
    }

    // Null when the text does not stand for a value of the type.
    public static object? OfText(string text, ColumnType type) => type switch
    {
        ColumnType.Text or ColumnType.Code => text,
        ColumnType.Option => OptionName.Decode(text),
        ColumnType.Guid => Guid.TryParse(text, out var id) ? id : null,
        ColumnType.DateTime => DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null,
        ColumnType.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null,
        _ => null,
    };

    private static object? FromNumber(JsonElement json, ColumnType type) => type switch
    {
        ColumnType.Integer or ColumnType.Choice => json.TryGetInt32(out var number) ? number : null,
        ColumnType.BigInteger => json.TryGetInt64(out var number) ? number : null,
        ColumnType.Decimal => json.TryGetDecimal(out var number) ? number : null,
        _ => null,
    };
}
