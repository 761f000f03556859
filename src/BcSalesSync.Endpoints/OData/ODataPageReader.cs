using System.Text.Json;

namespace BcSalesSync.Endpoints.OData;

/// <summary>Walks a collection answer without building a document; rows go straight into the given reader.</summary>
internal static class ODataPageReader
{
    /// <summary>Reads a page.</summary>
    /// <exception cref="JsonException">The body is no OData collection.</exception>
    public static ODataPage<T> Read<T>(ReadOnlySpan<byte> json, RowRead<T> readRow)
    {
        var reader = new Utf8JsonReader(json);
        var rows = new List<T>();
        string? nextLink = null;
        string? deltaLink = null;
        long? count = null;
        Open(ref reader);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("value"u8))
                ReadRows(ref reader, rows, readRow);
            else if (reader.ValueTextEquals("@odata.nextLink"u8))
                nextLink = ReadText(ref reader);
            else if (reader.ValueTextEquals("@odata.deltaLink"u8))
                deltaLink = ReadText(ref reader);
            else if (reader.ValueTextEquals("@odata.count"u8))
                count = ReadCount(ref reader);
            else
                SkipValue(ref reader);
        }

        return new ODataPage<T>(rows, nextLink, deltaLink, count);
    }

    /// <summary>Reads a body that is one row.</summary>
    /// <exception cref="JsonException">The body is no object.</exception>
    public static T ReadSingle<T>(ReadOnlySpan<byte> json, RowRead<T> readRow)
    {
        var reader = new Utf8JsonReader(json);
        Open(ref reader);
        return readRow(ref reader);
    }

    private static void Open(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("The answer is no JSON object.");
    }

    private static void ReadRows<T>(ref Utf8JsonReader reader, List<T> rows, RowRead<T> readRow)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("The answer's value is no array.");
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            rows.Add(readRow(ref reader));
    }

    private static string? ReadText(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString();
    }

    private static long ReadCount(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetInt64();
    }

    private static void SkipValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }
}
