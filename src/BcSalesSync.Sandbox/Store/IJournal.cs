namespace BcSalesSync.Sandbox.Store;

// Makes committed changes durable before the client hears of them.
internal interface IJournal
{
    void Write(IReadOnlyList<RowChange> changes, IReadOnlyDictionary<string, long> counters);
}
