using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Store;

// The rows of a table in the order of one column, the id deciding between equals.
internal sealed class RowIndex
{
    public static readonly Guid LastId = new("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private readonly Column _column;
    private readonly SortedSet<IndexEntry> _entries;
    private readonly ValueComparer _values;

    public RowIndex(Table table, Column column, IEnumerable<Row> rows)
    {
        _column = column;
        _values = new ValueComparer(table.TextComparer);
        var order = Comparer<IndexEntry>.Create((x, y) =>
        {
            var byKey = _values.Compare(x.Key, y.Key);
            return byKey != 0 ? byKey : x.Id.CompareTo(y.Id);
        });
        _entries = new SortedSet<IndexEntry>(rows.Select(EntryOf), order);
    }

    public void Add(Row row) => _entries.Add(EntryOf(row));

    public void Remove(Row row) => _entries.Remove(EntryOf(row));

    public IEnumerable<Row> Equal(object? key) => Between(new IndexEntry(key, Guid.Empty, null), new IndexEntry(key, LastId, null));

    // Rows from one bound to the other, both included; a missing bound is open.
    public IEnumerable<Row> Between(IndexEntry? from, IndexEntry? to, bool descending = false)
    {
        if (_entries.Count == 0)
        {
            return [];
        }

        var low = from ?? _entries.Min;
        var high = to ?? _entries.Max;
        if (_entries.Comparer.Compare(low, high) > 0)
        {
            return [];
        }

        var view = _entries.GetViewBetween(low, high);
        return (descending ? view.Reverse() : view).Select(entry => entry.Row!);
    }

    private IndexEntry EntryOf(Row row) => new(row[_column], row.Id, row);
}
