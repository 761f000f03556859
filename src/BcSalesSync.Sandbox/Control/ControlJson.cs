using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BcSalesSync.Sandbox.Control;

// JSON of the control API: camel case, unknown members refused so that a typing error does not pass unnoticed.
internal static class ControlJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static T Read<T>(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body.IsEmpty ? "{}"u8 : body.Span, Options)
                ?? throw new ControlException("The body must be a JSON object.");
        }
        catch (JsonException exception)
        {
            throw new ControlException("The body does not fit this request: " + exception.Message);
        }
    }

    public static HttpResponseMessage Answer(object content, HttpStatusCode status = HttpStatusCode.OK) => new(status)
    {
        Content = Bytes(JsonSerializer.SerializeToUtf8Bytes(content, Options)),
    };

    public static HttpResponseMessage Error(string message, HttpStatusCode status) => Answer(new { error = new { message } }, status);

    public static ByteArrayContent Bytes(byte[] json)
    {
        var content = new ByteArrayContent(json);
        content.Headers.ContentType = new("application/json");
        return content;
    }
}
