using System.Globalization;
using System.Text.Json;

namespace BcSalesSync.Endpoints.BusinessCentral.Batches;

/// <summary>Reads the answer of a JSON $batch; bodies stay slices of the answer (spec/wire-bc.md 3.4, E10).</summary>
internal static class BatchAnswerReader
{
    /// <summary>The entries that are there; requests that were not executed have none.</summary>
    /// <exception cref="JsonException">The answer is no batch answer.</exception>
    public static IReadOnlyList<BatchEntry> Read(ReadOnlyMemory<byte> json)
    {
        var entries = new List<BatchEntry>();
        var reader = new Utf8JsonReader(json.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("The answer of the batch is no JSON object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isResponses = reader.ValueTextEquals("responses"u8);
            reader.Read();
            if (!isResponses)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                if (ReadEntry(ref reader, json) is { } entry)
                    entries.Add(entry);
            }
        }

        return entries;
    }

    private static BatchEntry? ReadEntry(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        int? index = null;
        var status = 0;
        string? retryAfter = null;
        ReadOnlyMemory<byte> body = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                index = int.TryParse(reader.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
            }
            else if (reader.ValueTextEquals("status"u8))
            {
                reader.Read();
                status = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("headers"u8))
            {
                retryAfter = ReadRetryAfter(ref reader);
            }
            else if (reader.ValueTextEquals("body"u8))
            {
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                body = json[start..(int)reader.BytesConsumed];
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return index is { } known ? new BatchEntry(known, status, retryAfter, body) : null;
    }

    private static string? ReadRetryAfter(ref Utf8JsonReader reader)
    {
        string? found = null;
        reader.Read();
        while (reader.TokenType != JsonTokenType.Null && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isWanted = reader.GetString()!.Equals("Retry-After", StringComparison.OrdinalIgnoreCase);
            reader.Read();
            if (isWanted)
                found = reader.TokenType == JsonTokenType.Number
                    ? reader.GetInt32().ToString(CultureInfo.InvariantCulture)
                    : reader.GetString();
            else
                reader.Skip();
        }

        return found;
    }
}
