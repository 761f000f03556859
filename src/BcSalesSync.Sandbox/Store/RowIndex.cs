using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Store;

// The rows of a table in the order of one column, the id deciding between equals.
internal sealed class RowIndex
{
    public static readonly Guid LastId = new("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private readonly Column _column;
    private readonly IReadOnlyDictionary<Guid, Row> _rows;
    private readonly IndexOrder _order;
    private readonly SortedSet<IndexEntry> _entries;

    public RowIndex(Table table, Column column, IReadOnlyDictionary<Guid, Row> rows)
    {
        _column = column;
        _rows = rows;
        _order = new IndexOrder(new ValueComparer(table.TextComparer));
        _entries = new SortedSet<IndexEntry>(rows.Values.Select(EntryOf), _order);
    }

    public void Add(Row row) => _entries.Add(EntryOf(row));

    public void Remove(Row row) => _entries.Remove(EntryOf(row));

    // The place of a row is left alone when the change has nothing to do with it.
    public void Replace(Row before, Row after)
    {
        if (_order.Compare(EntryOf(before), EntryOf(after)) != 0)
        {
            Remove(before);
            Add(after);
        }
    }

    public IEnumerable<Row> Equal(object? key) => Between(new IndexEntry(key, Guid.Empty), new IndexEntry(key, LastId));

    // Rows from one bound to the other, both included; a missing bound is open.
    public IEnumerable<Row> Between(IndexEntry? from, IndexEntry? to, bool descending = false)
    {
        if (_entries.Count == 0)
        {
            return [];
        }

        var low = from ?? _entries.Min;
        var high = to ?? _entries.Max;
        if (_order.Compare(low, high) > 0)
        {
            return [];
        }

        var view = _entries.GetViewBetween(low, high);
        return (descending ? view.Reverse() : view).Select(entry => _rows[entry.Id]);
    }

    private IndexEntry EntryOf(Row row) => new(row[_column], row.Id);
}
