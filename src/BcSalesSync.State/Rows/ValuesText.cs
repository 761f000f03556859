using System.Text.Json;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.State.Rows;

/// <summary>Values of one side as one JSON object of texts.</summary>
internal static class ValuesText
{
    private const int UsualSize = 2048;
    private const int UsualCount = 16;

    /// <summary>Writes values; those that are stored stay as they are written.</summary>
    public static string Write(IReadOnlyDictionary<string, FieldValue> values) => values is StoredValues stored ? stored.Text : Compose(values);

    /// <summary>Reads values.</summary>
    /// <exception cref="JsonException">The text was not written by <see cref="Write"/>.</exception>
    public static Dictionary<string, FieldValue> Read(string text) => CompactJson.Read(text, Read);

    private static string Compose(IReadOnlyDictionary<string, FieldValue> values) => CompactJson.Write(UsualSize, writer =>
    {
        writer.WriteStartObject();
        foreach (var (column, value) in values)
            writer.WriteString(column, FieldValueText.Write(value));
        writer.WriteEndObject();
    });

    private static Dictionary<string, FieldValue> Read(ref Utf8JsonReader reader)
    {
        var values = new Dictionary<string, FieldValue>(UsualCount);
        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
            throw Malformed();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = SharedNames.Of(reader.GetString()!);
            if (!reader.Read() || reader.TokenType is not JsonTokenType.String)
                throw Malformed();
            values[name] = FieldValueText.Read(reader.GetString());
        }

        return reader.Read() ? throw Malformed() : values;
    }

    private static JsonException Malformed() => new("The stored values of a coupling cannot be read.");
}
