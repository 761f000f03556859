using System.Buffers;
using System.Text.Json;

namespace BcSalesSync.Sandbox.OData;

// Writes JSON into a buffer that a thread keeps from answer to answer: a page of rows is large, and only its finished text is allocated.
internal static class JsonText
{
    private const int FirstSize = 16 * 1024;

    // A buffer that grew larger is not kept.
    private const int KeptSize = 8 * 1024 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _kept;

    public static byte[] Write(JsonWriterOptions options, Action<Utf8JsonWriter> content)
    {
        var buffer = _kept ?? new ArrayBufferWriter<byte>(FirstSize);

        // Text that is written meanwhile gets a buffer of its own.
        _kept = null;
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            content(writer);
        }

        var text = GC.AllocateUninitializedArray<byte>(buffer.WrittenCount);
        buffer.WrittenSpan.CopyTo(text);
        buffer.ResetWrittenCount();
        _kept = buffer.Capacity <= KeptSize ? buffer : null;
        return text;
    }
}
