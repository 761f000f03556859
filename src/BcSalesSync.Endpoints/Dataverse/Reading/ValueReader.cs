using System.Globalization;
using System.Text.Json;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Dataverse.Reading;

/// <summary>Brings single values of an answer to normal form; the kind of the column leads, the form on the wire may differ.</summary>
internal static class ValueReader
{
    /// <summary>Reads the value the reader stands on.</summary>
    /// <exception cref="JsonException">The value is none of the column's kind.</exception>
    internal static FieldValue Read(ref Utf8JsonReader json, FieldKind kind)
    {
        try
        {
            return kind switch
            {
                FieldKind.Number or FieldKind.Option => FieldValue.Number(ReadNumber(ref json)),
                FieldKind.Boolean => FieldValue.Boolean(json.GetBoolean()),
                FieldKind.Date => FieldValue.Date(DateOnly.FromDateTime(ReadTime(ref json).UtcDateTime)),
                FieldKind.DateTime => FieldValue.Time(ReadTime(ref json)),
                FieldKind.UniqueId or FieldKind.Lookup => FieldValue.Id(json.GetGuid()),
                _ => FieldValue.Text(json.TokenType == JsonTokenType.String ? json.GetString() : throw new FormatException("text expected")),
            };
        }
        catch (Exception problem) when (problem is FormatException or InvalidOperationException or OverflowException)
        {
            throw new JsonException($"A value of kind {kind} could not be read.", problem);
        }
    }

    private static decimal ReadNumber(ref Utf8JsonReader json) => json.TokenType == JsonTokenType.String
        ? decimal.Parse(json.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture)
        : json.GetDecimal();

    private static DateTimeOffset ReadTime(ref Utf8JsonReader json) =>
        DateTimeOffset.Parse(json.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
