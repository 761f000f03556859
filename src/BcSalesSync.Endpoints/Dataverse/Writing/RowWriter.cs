using System.Text.Json;
using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Dataverse.Writing;

/// <summary>Writes the values of a row as Dataverse wants them: lookups bound by navigation name, choices as numbers, empty as null.</summary>
internal sealed class RowWriter(TableDefinition table, IReadOnlyDictionary<string, string> setNames)
{
    private static readonly JsonWriterOptions Form = new() { SkipValidation = true };

    /// <summary>Writes one row as a body of its own.</summary>
    /// <exception cref="RefusedValueException">A value cannot be written.</exception>
    internal ReadOnlyMemory<byte> WriteRow(RecordWrite write)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Form))
        {
            json.WriteStartObject();
            if (write is { Kind: WriteKind.Create, Id: { } id })
                json.WriteString(table.IdAttribute, id);
            WriteValues(json, write);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Writes rows as the targets of a bulk message.</summary>
    internal ReadOnlyMemory<byte> WriteTargets(IEnumerable<PlannedWrite> writes)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(buffer, Form))
        {
            json.WriteStartObject();
            json.WriteStartArray("Targets"u8);
            foreach (var (_, write) in writes)
            {
                json.WriteStartObject();
                json.WriteString("@odata.type"u8, "Microsoft.Dynamics.CRM." + table.Name);
                if (write.Id is { } id)
                    json.WriteString(table.IdAttribute, id);
                WriteValues(json, write);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private void WriteValues(Utf8JsonWriter json, RecordWrite write)
    {
        foreach (var (name, value) in write.Values)
        {
            if (name == table.IdAttribute)
                continue;
            if (!table.Attributes.TryGetValue(name, out var attribute))
                throw new RefusedValueException($"The table {table.Name} in Sales has no column {name}.");
            if (attribute.TypeOf is not null)
                continue;
            if (attribute.Column.Kind == FieldKind.Lookup)
                WriteLookup(json, attribute.Column, value);
            else
                WriteValue(json, attribute.Column, value);
        }
    }

    private void WriteLookup(Utf8JsonWriter json, ColumnSchema column, FieldValue value)
    {
        if (value.IsEmpty)
        {
            var way = table.AnyNavigation(column.Name)
                ?? throw new RefusedValueException($"The lookup {table.Name}.{column.Name} in Sales cannot be written.");
            json.WriteNull(way.Name + "@odata.bind");
            return;
        }

        var target = TargetOf(column, value);
        var navigation = table.FindNavigation(column.Name, target.Table)
            ?? throw new RefusedValueException($"The lookup {table.Name}.{column.Name} in Sales does not lead to the table {target.Table}.");
        if (!setNames.TryGetValue(target.Table, out var set))
            throw new RefusedValueException($"Sales does not offer the table {target.Table}.");
        json.WriteString(navigation.Name + "@odata.bind", $"/{set}({target.Id})");
    }

    /// <summary>The row a lookup's value means; an id alone is enough where the lookup leads to one table only.</summary>
    internal static Lookup TargetOf(ColumnSchema column, FieldValue value) => value.Raw switch
    {
        Lookup lookup => lookup,
        Guid id when column.Targets.Count == 1 => new Lookup(column.Targets[0], id),
        _ => throw new RefusedValueException($"The lookup {column.Name} in Sales needs a table and an id, not '{value}'."),
    };

    private static void WriteValue(Utf8JsonWriter json, ColumnSchema column, FieldValue value)
    {
        switch (value.Raw)
        {
            case null:
                json.WriteNull(column.Name);
                break;
            case decimal:
                json.WritePropertyName(column.Name);
                json.WriteRawValue(value.ToString());
                break;
            case bool flag:
                json.WriteBoolean(column.Name, flag);
                break;
            case string text when column.Kind is FieldKind.Option or FieldKind.Number or FieldKind.Boolean:
                throw new RefusedValueException($"'{text}' is no value of the column {column.Name} in Sales.");
            default:
                json.WriteString(column.Name, value.ToString());
                break;
        }
    }
}
