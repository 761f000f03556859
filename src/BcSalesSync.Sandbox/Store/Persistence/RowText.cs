using System.Text;
using System.Text.Json;
using BcSalesSync.Sandbox.OData;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Store.Persistence;

// A row as JSON by column name, so that a file outlives a new column.
internal static class RowText
{
    public static string Write(Row row)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            foreach (var column in row.Table.Columns.Where(column => row[column] is not null))
            {
                writer.WritePropertyName(column.Name);
                ValueWriter.Write(writer, column.Type, row[column]);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    public static Row Read(Table table, string text)
    {
        using var json = JsonDocument.Parse(text);
        var draft = new RowDraft(table, json.RootElement.GetProperty(table.Stamps.Id.Name).GetGuid());
        foreach (var property in json.RootElement.EnumerateObject())
        {
            if (table.Find(property.Name) is { } column && ValueReader.TryRead(property.Value, column.Type, out var value))
            {
                draft[column] = value;
            }
        }

        return draft.ToRow();
    }
}
