using System.Globalization;
using System.Text.Json;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Runs.Passes.Partitions;

/// <summary>
/// Slices as text, a list: the order, the columns, then each record as a list of its id, version, concurrency token, time of change and
/// the values in the order of the columns, null where a column was not read.
/// </summary>
internal static class SliceText
{
    private const int UsualSize = 64 * 1024;

    /// <summary>Writes a slice.</summary>
    public static string Write(SliceContent content) => CompactJson.Write(UsualSize, writer =>
    {
        var columns = content.Records.SelectMany(record => record.Values.Keys).Distinct().ToArray();
        writer.WriteStartArray();
        JsonSerializer.Serialize(writer, content.Order);
        writer.WriteStartArray();
        foreach (var column in columns)
            writer.WriteStringValue(column);
        writer.WriteEndArray();
        foreach (var record in content.Records)
            Write(writer, record, columns);
        writer.WriteEndArray();
    });

    /// <summary>Reads what <see cref="Write(SliceContent)"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    /// <exception cref="FormatException">One of its values is none.</exception>
    public static SliceContent Read(string text) => CompactJson.Read(text, Read);

    private static void Write(Utf8JsonWriter writer, Record record, string[] columns)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(record.Id);
        writer.WriteStringValue(record.Version);
        writer.WriteStringValue(record.ETag);
        writer.WriteStringValue(record.ModifiedAt?.ToString("O", CultureInfo.InvariantCulture));
        foreach (var column in columns)
            writer.WriteStringValue(record.Values.TryGetValue(column, out var value) ? FieldValueText.Write(value) : null);
        writer.WriteEndArray();
    }

    private static SliceContent Read(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        Expect(ref reader, JsonTokenType.StartObject);
        var order = JsonSerializer.Deserialize<SliceOrder>(ref reader) ?? throw Malformed();
        Expect(ref reader, JsonTokenType.StartArray);
        var columns = new List<string>();
        while (reader.Read() && reader.TokenType is JsonTokenType.String)
            columns.Add(reader.GetString()!);
        ExpectEnd(reader);
        var records = new List<Record>();
        while (reader.Read() && reader.TokenType is JsonTokenType.StartArray)
            records.Add(ReadRecord(ref reader, columns));
        ExpectEnd(reader);
        return new SliceContent(order, records);
    }

    private static Record ReadRecord(ref Utf8JsonReader reader, List<string> columns)
    {
        Expect(ref reader, JsonTokenType.String);
        var id = reader.GetGuid();
        var version = Text(ref reader);
        var tag = Text(ref reader);
        var modified = Text(ref reader);
        var values = new Dictionary<string, FieldValue>(columns.Count);
        foreach (var column in columns)
        {
            if (Text(ref reader) is { } value)
                values[column] = FieldValueText.Read(value);
        }

        Expect(ref reader, JsonTokenType.EndArray);
        return new Record
        {
            Id = id,
            Version = version,
            ETag = tag,
            ModifiedAt = modified is null ? null : DateTimeOffset.ParseExact(modified, "O", CultureInfo.InvariantCulture),
            Values = values,
        };
    }

    private static string? Text(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType is JsonTokenType.String or JsonTokenType.Null ? reader.GetString() : throw Malformed();

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (!reader.Read() || reader.TokenType != type)
            throw Malformed();
    }

    private static void ExpectEnd(Utf8JsonReader reader)
    {
        if (reader.TokenType is not JsonTokenType.EndArray)
            throw Malformed();
    }

    private static JsonException Malformed() => new("The slice is not one of ours.");
}
