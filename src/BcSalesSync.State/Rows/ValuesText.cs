using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.State.Rows;

/// <summary>Values of one side as one JSON object of texts.</summary>
internal static class ValuesText
{
    // Never shown in a page, so that letters of all languages can stay as they are.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes values.</summary>
    public static string Write(IReadOnlyDictionary<string, FieldValue> values)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
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
    public static IReadOnlyDictionary<string, FieldValue> Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var values = new Dictionary<string, FieldValue>();
        foreach (var member in document.RootElement.EnumerateObject())
            values[string.Intern(member.Name)] = FieldValueText.Read(member.Value.GetString()!);
        return values;
    }
}
