using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Http;

/// <summary>Turns an error answer into a classed failure; a body that is no OData error does not matter (spec/wire-bc.md 4.3).</summary>
internal static partial class FailureReader
{
    public static EndpointFailure Read(
        FailureRules rules, int status, ReadOnlySpan<byte> body, string? correlationId = null, TimeSpan? retryAfter = null)
    {
        var (code, message) = ReadError(body);
        var failureClass = rules.Classify(code, status);
        if (message is not null && CorrelationSuffix().Match(message) is { Success: true } suffix)
        {
            correlationId = suffix.Groups["id"].Value;
            message = message[..suffix.Index].TrimEnd();
        }

        var shown = string.IsNullOrWhiteSpace(message) ? Describe(status) : message;
        var name = string.IsNullOrEmpty(code) ? status.ToString(CultureInfo.InvariantCulture) : code;
        return new EndpointFailure(failureClass, rules.Secrets.Remove(name), rules.Secrets.Remove(shown), correlationId, retryAfter);
    }

    private static string Describe(int status) =>
        $"The service answered {status}{(Enum.IsDefined((HttpStatusCode)status) ? $" {(HttpStatusCode)status}" : string.Empty)}.";

    private static (string? Code, string? Message) ReadError(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return default;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isError = reader.ValueTextEquals("error"u8);
                reader.Read();
                if (isError && reader.TokenType == JsonTokenType.StartObject)
                    return ReadCodeAndMessage(ref reader);
                reader.Skip();
            }
        }
        catch (JsonException)
        {
            // Proxies answer with HTML or cut-off text: the status alone must do.
        }

        return default;
    }

    private static (string? Code, string? Message) ReadCodeAndMessage(ref Utf8JsonReader reader)
    {
        string? code = null;
        string? message = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isCode = reader.ValueTextEquals("code"u8);
            var isMessage = reader.ValueTextEquals("message"u8);
            reader.Read();
            if (isCode && reader.TokenType == JsonTokenType.String)
                code = reader.GetString();
            else if (isMessage && reader.TokenType == JsonTokenType.String)
                message = reader.GetString();
            else
                reader.Skip();
        }

        return (code, message);
    }

    [GeneratedRegex(@"\s*CorrelationId:\s*(?<id>[0-9a-fA-F-]{36})\.?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex CorrelationSuffix();
}
