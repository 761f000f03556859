using System.Text.Json;
using BcSalesSync.Endpoints.OData;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.BusinessCentral.Writing;

/// <summary>Writes bodies for Business Central: in the given order, which is the order of validation, and without nulls.</summary>
internal static class BodyWriter
{
    public static void Write(Utf8JsonWriter json, BcTable table, RecordWrite write, NestedRows? nested = null)
    {
        json.WriteStartObject();
        if (write is { Kind: WriteKind.Create, Id: { } id } && table.Schema.AcceptsClientIds)
            json.WriteString("id"u8, id);
        WriteValues(json, table, write.Values);
        if (nested is not null)
            WriteNested(json, nested);
        json.WriteEndObject();
    }

    private static void WriteNested(Utf8JsonWriter json, NestedRows nested)
    {
        json.WriteStartArray(nested.Table.Schema.Name);
        foreach (var row in nested.Rows)
        {
            json.WriteStartObject();
            WriteValues(json, nested.Table, row);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteValues(Utf8JsonWriter json, BcTable table, IEnumerable<KeyValuePair<string, FieldValue>> values)
    {
        foreach (var (column, value) in values)
        {
            json.WritePropertyName(column);
            WriteValue(json, table.KindOf(column), value);
        }
    }

    private static void WriteValue(Utf8JsonWriter json, FieldKind kind, FieldValue value)
    {
        if (value.IsEmpty)
            WriteBlank(json, kind);
        else if (kind == FieldKind.Option && value.AsText() is { } choice)
            json.WriteStringValue(EnumName.Encode(choice));
        else
            JsonFieldValue.Write(json, value);
    }

    private static void WriteBlank(Utf8JsonWriter json, FieldKind kind)
    {
        switch (kind)
        {
            case FieldKind.Number:
                json.WriteNumberValue(0);
                break;
            case FieldKind.Boolean:
                json.WriteBooleanValue(false);
                break;
            case FieldKind.Date:
                json.WriteStringValue(BlankLiteral.Date);
                break;
            case FieldKind.DateTime:
                json.WriteStringValue(BlankLiteral.Time);
                break;
            case FieldKind.UniqueId or FieldKind.Lookup:
                json.WriteStringValue(Guid.Empty);
                break;
            case FieldKind.Option:
                json.WriteStringValue(EnumName.Blank);
                break;
            default:
                json.WriteStringValue(string.Empty);
                break;
        }
    }
}
