using System.Text.Json;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Dataverse.Reading;

/// <summary>Parses answers straight into records, without a document in between.</summary>
internal static class PageReader
{
    /// <summary>Reads the answer to a query of a set.</summary>
    /// <exception cref="JsonException">The answer is not what a query answers.</exception>
    internal static RowPage ReadPage(ReadOnlySpan<byte> body, Selection selection)
    {
        var records = new List<Record>();
        var deleted = new List<Guid>();
        string? nextLink = null, deltaLink = null;
        int? count = null;
        var json = new Utf8JsonReader(body);
        Expect(json.Read() && json.TokenType == JsonTokenType.StartObject);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("value"u8))
            {
                json.Read();
                ReadRows(ref json, selection, records, deleted);
            }
            else if (json.ValueTextEquals("@odata.nextLink"u8))
            {
                nextLink = ReadText(ref json);
            }
            else if (json.ValueTextEquals("@odata.deltaLink"u8))
            {
                deltaLink = ReadText(ref json);
            }
            else if (json.ValueTextEquals("@odata.count"u8))
            {
                json.Read();
                count = json.GetInt32();
            }
            else
            {
                json.Skip();
            }
        }

        return new RowPage(records, deleted, nextLink, deltaLink, count);
    }

    /// <summary>Reads the answer that is one row.</summary>
    /// <exception cref="JsonException">The answer is no row.</exception>
    internal static Record ReadRow(ReadOnlySpan<byte> body, Selection selection)
    {
        var json = new Utf8JsonReader(body);
        Expect(json.Read() && json.TokenType == JsonTokenType.StartObject);
        var row = new RowReader(selection);
        row.Read(ref json);
        return row.ToRecord();
    }

    private static void ReadRows(ref Utf8JsonReader json, Selection selection, List<Record> records, List<Guid> deleted)
    {
        Expect(json.TokenType == JsonTokenType.StartArray);
        while (json.Read() && json.TokenType == JsonTokenType.StartObject)
        {
            var row = new RowReader(selection);
            row.Read(ref json);
            if (row.DeletedId is { } id)
                deleted.Add(id);
            else
                records.Add(row.ToRecord());
        }
    }

    private static string? ReadText(ref Utf8JsonReader json)
    {
        json.Read();
        return json.GetString();
    }

    private static void Expect(bool condition)
    {
        if (!condition)
            throw new JsonException("The answer of Dataverse has an unexpected form.");
    }
}
