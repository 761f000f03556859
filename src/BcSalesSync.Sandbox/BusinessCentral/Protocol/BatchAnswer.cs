using System.Globalization;
using System.Net;
using System.Text;

namespace BcSalesSync.Sandbox.BusinessCentral.Protocol;

// The answer to a batch: JSON for a client that accepts it, else multipart/mixed.
internal static class BatchAnswer
{
    private const string Boundary = "batchresponse_sandbox";

    public static byte[] AsJson(IReadOnlyList<(string? Id, BcResponse Answer)> answers) => BcJson.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("responses");
        foreach (var (id, answer) in answers)
        {
            writer.WriteStartObject();
            writer.WriteString("id", id);
            writer.WriteNumber("status", (int)answer.Status);
            writer.WriteStartObject("headers");
            if (answer.Body is not null)
            {
                writer.WriteString("content-type", answer.ContentType);
                writer.WriteString("odata-version", "4.0");
            }

            foreach (var (name, value) in answer.Headers)
            {
                writer.WriteString(name.ToLowerInvariant(), value);
            }

            writer.WriteEndObject();
            WriteBody(writer, answer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    public static BcResponse AsMultipart(IReadOnlyList<(string? Id, BcResponse Answer)> answers)
    {
        var text = new StringBuilder();
        foreach (var (id, answer) in answers)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"--{Boundary}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
            text.Append(id is null ? "" : $"Content-ID: {id}\r\n");
            text.Append(CultureInfo.InvariantCulture, $"\r\nHTTP/1.1 {(int)answer.Status} {answer.Status}\r\n");
            text.Append(answer.Body is null ? "" : $"Content-Type: {answer.ContentType}\r\nOData-Version: 4.0\r\n");
            foreach (var (name, value) in answer.Headers)
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
            }

            text.Append("\r\n").Append(answer.Body is { } body ? Encoding.UTF8.GetString(body.Span) : "").Append("\r\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"--{Boundary}--\r\n");
        return new BcResponse(HttpStatusCode.OK, Encoding.UTF8.GetBytes(text.ToString()))
        {
            ContentType = $"multipart/mixed; boundary={Boundary}",
        };
    }

    private static void WriteBody(System.Text.Json.Utf8JsonWriter writer, BcResponse answer)
    {
        if (answer.Body is not { } body)
        {
            return;
        }

        writer.WritePropertyName("body");
        if (answer.ContentType == BcResponse.Json)
        {
            writer.WriteRawValue(body.Span, skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(Encoding.UTF8.GetString(body.Span));
        }
    }
}
