using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Store;

// An immutable row: a change makes a new one, so a reader and a rollback can keep the old.
internal sealed class Row
{
    private readonly object?[] _values;

    public Row(Table table, object?[] values)
    {
        Table = table;
        _values = values;
        Id = (Guid)values[0]!;
    }

    public Table Table { get; }

    public Guid Id { get; }

    public long Version => (long)_values[1]!;

    public DateTimeOffset CreatedAt => (DateTimeOffset)_values[2]!;

    public DateTimeOffset ModifiedAt => (DateTimeOffset)_values[3]!;

    public object? this[Column column] => _values[column.Ordinal];

    public string Text(Column column) => (string?)_values[column.Ordinal] ?? "";

    public object?[] CopyValues() => (object?[])_values.Clone();
}
