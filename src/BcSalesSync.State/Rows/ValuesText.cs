using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.State.Rows;

/// <summary>Values of one side as one JSON object of texts.</summary>
internal static class ValuesText
{
    private const int UsualSize = 2048;
    private const int UsualCount = 16;

    // Never shown in a page, so that letters of all languages can stay as they are.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Every row has the names of its table's columns; one text each is enough.
    private static readonly ConcurrentDictionary<string, string> Names = [];

    /// <summary>Writes values.</summary>
    public static string Write(IReadOnlyDictionary<string, FieldValue> values)
    {
        var buffer = new ArrayBufferWriter<byte>(UsualSize);
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            writer.WriteStartObject();
            foreach (var (column, value) in values)
                writer.WriteString(column, FieldValueText.Write(value));
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads values.</summary>
    /// <exception cref="JsonException">The text was not written by <see cref="Write"/>.</exception>
    public static IReadOnlyDictionary<string, FieldValue> Read(string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return Read(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>The one text for a name that many rows have.</summary>
    public static string NameOf(string name) => Names.GetOrAdd(name, name);

    private static Dictionary<string, FieldValue> Read(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        var values = new Dictionary<string, FieldValue>(UsualCount);
        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
            throw Malformed();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = NameOf(reader.GetString()!);
            if (!reader.Read() || reader.TokenType is not JsonTokenType.String)
                throw Malformed();
            values[name] = FieldValueText.Read(reader.GetString());
        }

        return reader.Read() ? throw Malformed() : values;
    }

    private static JsonException Malformed() => new("The stored values of a coupling cannot be read.");
}
