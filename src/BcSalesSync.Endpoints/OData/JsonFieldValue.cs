using System.Globalization;
using System.Text.Json;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.OData;

/// <summary>Single values between JSON and normal form, as far as both systems agree.</summary>
internal static class JsonFieldValue
{
    /// <summary>Reads the value the reader stands on; null is empty. What does not fit its kind stays text and is not lost.</summary>
    public static FieldValue Read(ref Utf8JsonReader reader, FieldKind kind)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return ReadString(ref reader, kind);
            case JsonTokenType.Number:
                return reader.TryGetDecimal(out var number) ? FieldValue.Number(number) : FieldValue.Number((decimal)reader.GetDouble());
            case JsonTokenType.True:
            case JsonTokenType.False:
                return FieldValue.Boolean(reader.GetBoolean());
            case JsonTokenType.StartObject:
            case JsonTokenType.StartArray:
                reader.Skip();
                return FieldValue.Empty;
            default:
                return FieldValue.Empty;
        }
    }

    /// <summary>Writes a value that is not empty; a reference becomes its id.</summary>
    public static void Write(Utf8JsonWriter writer, FieldValue value)
    {
        switch (value.Raw)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case bool boolean:
                writer.WriteBooleanValue(boolean);
                break;
            case Guid id:
                writer.WriteStringValue(id);
                break;
            default:
                writer.WriteStringValue(value.ToString());
                break;
        }
    }

    private static FieldValue ReadString(ref Utf8JsonReader reader, FieldKind kind)
    {
        switch (kind)
        {
            case FieldKind.UniqueId or FieldKind.Lookup when reader.TryGetGuid(out var id):
                return FieldValue.Id(id);
            case FieldKind.DateTime when reader.TryGetDateTimeOffset(out var time):
                return FieldValue.Time(time);
            case FieldKind.Date when ReadDate(reader.GetString()!) is { } date:
                return FieldValue.Date(date);
            case FieldKind.Number when ReadNumber(reader.GetString()!) is { } number:
                return FieldValue.Number(number);
            case FieldKind.Code:
                return FieldValue.Text(reader.GetString()!.Trim().ToUpperInvariant());
            default:
                return FieldValue.Text(reader.GetString());
        }
    }

    private static DateOnly? ReadDate(string text) =>
        DateOnly.TryParseExact(text.Split('T')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    private static decimal? ReadNumber(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
}
