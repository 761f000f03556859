using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BcSalesSync.Engine.Records;

/// <summary>JSON as the state keeps it: read and written value by value, since every record of a pass comes by here.</summary>
public static class CompactJson
{
    // Never shown in a page, so that letters of all languages can stay as they are.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Takes what it reads from a text.</summary>
    /// <param name="reader">Stands before the first token.</param>
    public delegate T Reading<out T>(ref Utf8JsonReader reader);

    /// <summary>Writes a text.</summary>
    /// <param name="usualSize">Bytes that most of these texts have room in.</param>
    /// <param name="content">Writes the content.</param>
    public static string Write(int usualSize, Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>(usualSize);
        using (var writer = new Utf8JsonWriter(buffer, Options))
            content(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads a text.</summary>
    /// <exception cref="JsonException">It is no JSON; whatever else the reading throws comes as it is.</exception>
    public static T Read<T>(string text, Reading<T> reading)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            var reader = new Utf8JsonReader(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
            return reading(ref reader);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
