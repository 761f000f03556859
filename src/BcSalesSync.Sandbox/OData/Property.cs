using System.Text.Json;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.OData;

// A property of an entity type: a column under its published name, or a value computed from the row.
internal sealed class Property
{
    private readonly Func<Row, object?> _read;

    public Property(string name, Column column)
    {
        Name = name;
        JsonName = JsonEncodedText.Encode(name);
        Column = column;
        Type = column.Type;
        MaxLength = column.MaxLength;
        Options = column.Options;
        _read = row => row[column];
    }

    public Property(string name, ColumnType type, Func<Row, object?> read)
    {
        Name = name;
        JsonName = JsonEncodedText.Encode(name);
        Type = type;
        _read = read;
    }

    public string Name { get; }

    // The name as it stands in JSON.
    public JsonEncodedText JsonName { get; }

    public ColumnType Type { get; }

    // The stored column behind the property; null for a computed one, which no index can answer.
    public Column? Column { get; }

    public int MaxLength { get; init; }

    public IReadOnlyList<string> Options { get; init; } = [];

    public object? Read(Row row) => _read(row);
}
