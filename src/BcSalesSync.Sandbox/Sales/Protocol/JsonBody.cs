using System.Text.Encodings.Web;
using System.Text.Json;
using BcSalesSync.Sandbox.OData;

namespace BcSalesSync.Sandbox.Sales.Protocol;

// Writes the body of an answer.
internal static class JsonBody
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static byte[] Object(Action<Utf8JsonWriter> write) => JsonText.Write(Options, writer =>
    {
        writer.WriteStartObject();
        write(writer);
        writer.WriteEndObject();
    });
}
