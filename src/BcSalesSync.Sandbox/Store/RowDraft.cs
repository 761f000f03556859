using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Store;

// A row being written: a copy of an existing row, or a new one filled with blanks (nulls on the Sales side).
internal sealed class RowDraft
{
    private object?[] _values;
    private bool _isShared;

    public RowDraft(Row original)
    {
        Table = original.Table;
        Original = original;
        _values = original.CopyValues();
    }

    public RowDraft(Table table, Guid id)
    {
        Table = table;
        _values = new object?[table.Columns.Count];
        if (table.BlanksForNulls)
        {
            foreach (var column in table.Columns)
            {
                _values[column.Ordinal] = BlankValue.Of(column);
            }
        }

        _values[0] = id;
        _values[1] = 0L;
        _values[2] = DateTimeOffset.MinValue;
        _values[3] = DateTimeOffset.MinValue;
    }

    public Table Table { get; }

    // The row before the change; null for a new row.
    public Row? Original { get; }

    public bool IsNew => Original is null;

    public Guid Id
    {
        get => (Guid)_values[0]!;
        set => Own()[0] = value;
    }

    public object? this[Column column]
    {
        get => _values[column.Ordinal];
        set => Own()[column.Ordinal] = value;
    }

    public string Text(Column column) => (string?)_values[column.Ordinal] ?? "";

    public bool Changed(Column column) => Original is null || !Equals(Original[column], _values[column.Ordinal]);

    // The row keeps the values; a draft that goes on changing takes a copy of them.
    public Row ToRow()
    {
        _isShared = true;
        return new Row(Table, _values);
    }

    private object?[] Own()
    {
        if (_isShared)
        {
            _values = (object?[])_values.Clone();
            _isShared = false;
        }

        return _values;
    }
}
