namespace BcSalesSync.PowerShell.Commands;

/// <summary>Collects rows so that they travel together, and hands them on in their order.</summary>
internal sealed class RowQueue(int chunkSize, Action<IReadOnlyList<RecordRow>> handOn)
{
    private List<RecordRow> waiting = [];

    internal void Add(RecordRow row)
    {
        waiting.Add(row);
        if (waiting.Count >= chunkSize)
            Flush();
    }

    internal void Flush()
    {
        if (waiting.Count == 0)
            return;
        var chunk = waiting;
        waiting = [];
        handOn(chunk);
    }
}
