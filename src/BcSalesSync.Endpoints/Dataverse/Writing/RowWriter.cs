using System.Buffers;
using System.Text.Json;
using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Dataverse.Writing;

/// <summary>
/// Writes the values of a row as Dataverse wants them: lookups bound by navigation name, choices as numbers, empty as null.
/// </summary>
internal sealed class RowWriter(TableDefinition table, IReadOnlyDictionary<string, string> setNames)
{
    private const string Binding = "@odata.bind";
    private static readonly JsonWriterOptions Form = new() { SkipValidation = true };

    /// <summary>Writes one row as a body of its own.</summary>
    internal ReadOnlyMemory<byte> WriteRow(RecordWrite write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
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
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
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

    /// <summary>Finds out whether a row can be written, without writing it.</summary>
    /// <exception cref="RefusedValueException">A value cannot be written.</exception>
    internal void Check(RecordWrite write)
    {
        foreach (var (name, value) in write.Values)
        {
            var column = Find(name).Column;
            if (column.Kind == FieldKind.Lookup)
                Bind(column, value);
            else if (value.Raw is string && column.Kind is FieldKind.Option or FieldKind.Number or FieldKind.Boolean)
                throw new RefusedValueException($"'{value}' is no value of the column {name} in Sales.");
        }
    }

    private void WriteValues(Utf8JsonWriter json, RecordWrite write)
    {
        foreach (var (name, value) in write.Values)
        {
            var attribute = Find(name);
            if (name == table.IdAttribute)
                continue;
            if (attribute.Column.Kind == FieldKind.Lookup)
                WriteLookup(json, Bind(attribute.Column, value));
            else
                WriteValue(json, name, value);
        }
    }

    private AttributeDefinition Find(string name) => table.Attributes.TryGetValue(name, out var attribute)
        ? attribute
        : throw new RefusedValueException($"The table {table.Name} in Sales has no column {name}.");

    private (string Property, string? Row) Bind(ColumnSchema column, FieldValue value)
    {
        if (value.IsEmpty)
        {
            var any = table.AnyNavigation(column.Name)
                ?? throw new RefusedValueException($"The lookup {table.Name}.{column.Name} in Sales cannot be written.");
            return (any.Name + Binding, null);
        }

        var target = TargetOf(column, value);
        var way = table.FindNavigation(column.Name, target.Table)
            ?? throw new RefusedValueException(
                $"The lookup {table.Name}.{column.Name} in Sales does not lead to the table {target.Table}.");
        return setNames.TryGetValue(target.Table, out var set)
            ? (way.Name + Binding, $"/{set}({target.Id})")
            : throw new RefusedValueException($"Sales does not offer the table {target.Table}.");
    }

    private static void WriteLookup(Utf8JsonWriter json, (string Property, string? Row) binding)
    {
        if (binding.Row is null)
            json.WriteNull(binding.Property);
        else
            json.WriteString(binding.Property, binding.Row);
    }

    /// <summary>The row a lookup's value means; an id alone is enough where the lookup leads to one table only.</summary>
    internal static Lookup TargetOf(ColumnSchema column, FieldValue value) => value.Raw switch
    {
        Lookup lookup => lookup,
        Guid id when column.Targets.Count == 1 => new Lookup(column.Targets[0], id),
        _ => throw new RefusedValueException($"The lookup {column.Name} in Sales needs a table and an id, not '{value}'."),
    };

    private static void WriteValue(Utf8JsonWriter json, string name, FieldValue value)
    {
        switch (value.Raw)
        {
            case null:
                json.WriteNull(name);
                break;
            case decimal:
                json.WritePropertyName(name);
                json.WriteRawValue(value.ToString());
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            default:
                json.WriteString(name, value.ToString());
                break;
        }
    }
}
