using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Store;

// Both systems' tables and their rising numbers. Not safe for two threads: the handler lets one request in at a time.
internal sealed class DataStore
{
    private readonly Dictionary<Table, TableData> _tables = [];
    private readonly Dictionary<string, long> _counters = new(StringComparer.Ordinal);

    // Null keeps everything in memory.
    public IJournal? Journal { get; set; }

    public IEnumerable<TableData> Tables => _tables.Values;

    public TableData this[Table table]
    {
        get
        {
            if (!_tables.TryGetValue(table, out var data))
            {
                data = new TableData(table);
                _tables.Add(table, data);
            }

            return data;
        }
    }

    public UnitOfWork Begin() => new(this);

    // Row versions, number series and the like: the value last handed out, 0 before the first.
    public long Counter(string name) => _counters.GetValueOrDefault(name);

    public void SetCounter(string name, long value) => _counters[name] = value;

    public long Next(string counter)
    {
        var next = Counter(counter) + 1;
        _counters[counter] = next;
        return next;
    }

    public void Clear()
    {
        foreach (var data in _tables.Values)
        {
            data.Clear();
        }

        _counters.Clear();
    }

    internal void Save(IReadOnlyList<RowChange> changes) => Journal?.Write(changes, _counters);
}
