using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Store;

// The rows of one table. An index appears on the first question about its column and is kept from then on.
internal sealed class TableData(Table table)
{
    private readonly Dictionary<Guid, Row> _rows = [];
    private readonly Dictionary<Column, RowIndex> _indexes = [];

    public Table Table { get; } = table;

    public int Count => _rows.Count;

    public IEnumerable<Row> Rows => _rows.Values;

    public Row? Find(Guid id) => _rows.GetValueOrDefault(id);

    public Row? FindBy(Column column, object? value) => Index(column).Equal(value).FirstOrDefault();

    // The row with these values in the columns of the unique key.
    public Row? FindByKey(Func<Column, object?> valueOf)
    {
        // An option has too few values to search by.
        var probe = Table.UniqueKey.FirstOrDefault(column => column.Type != ColumnType.Option);
        return probe is null
            ? null
            : Index(probe).Equal(valueOf(probe))
                .FirstOrDefault(row => Table.UniqueKey.All(column => Equals(row[column], valueOf(column))));
    }

    public RowIndex Index(Column column)
    {
        if (!_indexes.TryGetValue(column, out var index))
        {
            index = new RowIndex(Table, column, _rows);
            _indexes.Add(column, index);
        }

        return index;
    }

    internal Row? Put(Row row)
    {
        var before = Find(row.Id);
        _rows[row.Id] = row;
        foreach (var index in _indexes.Values)
        {
            if (before is null)
            {
                index.Add(row);
            }
            else
            {
                index.Replace(before, row);
            }
        }

        return before;
    }

    internal Row? Remove(Guid id)
    {
        if (!_rows.Remove(id, out var row))
        {
            return null;
        }

        foreach (var index in _indexes.Values)
        {
            index.Remove(row);
        }

        return row;
    }

    internal void Clear()
    {
        _rows.Clear();
        _indexes.Clear();
    }
}
