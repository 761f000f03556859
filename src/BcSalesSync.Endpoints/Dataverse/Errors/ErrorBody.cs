using System.Net;
using System.Text.Json;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Dataverse.Errors;

/// <summary>Reads error answers of any shape: the documented payload, a web page of a gateway, or nothing at all.</summary>
internal static class ErrorBody
{
    private const int MaxMessageLength = 2000;

    /// <summary>Builds the classed failure of an answer that is no success; never throws on what the body holds.</summary>
    internal static EndpointFailure Read(
        HttpStatusCode status, ReadOnlySpan<byte> body, string? correlationId = null, TimeSpan? retryAfter = null)
    {
        var (code, message) = TryReadPayload(body);
        if (message.Length > MaxMessageLength)
            message = message[..MaxMessageLength];
        var shownCode = code.Length > 0 ? ErrorCode.Normalize(code) : ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var text = message.Length > 0 ? message : $"Dataverse answered {(int)status} without an explanation.";
        return new EndpointFailure(FailureTable.Classify(code, status), shownCode, text, correlationId, retryAfter);
    }

    private static (string Code, string Message) TryReadPayload(ReadOnlySpan<byte> body)
    {
        try
        {
            return ReadPayload(body);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return (string.Empty, string.Empty);
        }
    }

    private static (string Code, string Message) ReadPayload(ReadOnlySpan<byte> body)
    {
        var (code, message) = (string.Empty, string.Empty);
        var json = new Utf8JsonReader(body);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            return (code, message);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isError = json.ValueTextEquals("error"u8);
            json.Read();
            if (!isError || json.TokenType != JsonTokenType.StartObject)
            {
                json.Skip();
                continue;
            }

            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var isCode = json.ValueTextEquals("code"u8);
                var isMessage = json.ValueTextEquals("message"u8);
                json.Read();
                if (isCode && json.TokenType == JsonTokenType.String)
                    code = json.GetString()!;
                else if (isMessage && json.TokenType == JsonTokenType.String)
                    message = json.GetString()!;
                else
                    json.Skip();
            }
        }

        return (code, message);
    }
}
