using System.Management.Automation;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Commands.Synchronization;

/// <summary>
/// A cmdlet that takes records to synchronise: rows are gathered by mapping, so that many of them travel in few requests; without a
/// record the whole mapping is meant.
/// </summary>
public abstract class SyncRequestCommand : RecordCommand
{
    // As many ids as one read can ask for.
    private const int ChunkSize = 1000;

    private readonly RowQueue queue;

    private protected SyncRequestCommand() => queue = new RowQueue(ChunkSize, HandOn);

    /// <summary>Direction in which values travel; the side they reach gives way. That of the mapping when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(SyncDirection))]
    public SyncDirection? Direction { get; set; }

    /// <summary>Also writes records that did not change since they were last synchronised.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (var row in ReadRows().Select(RequireRecord))
        {
            var checkedRow = row.NamesRecord ? RequireMapping(row) : row;
            if (checkedRow.Error is not null)
                Streams.Error(checkedRow.Error);
            else if (checkedRow.NamesRecord)
                queue.Add(checkedRow with { Direction = Direction });
            else
                ProcessMapping(RequestFor(checkedRow.Mapping, Direction));
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing() => queue.Flush();

    /// <summary>Works on a whole mapping.</summary>
    private protected abstract void ProcessMapping(SyncNowRequest request);

    /// <summary>Works on records of one mapping that go in one direction.</summary>
    private protected abstract void ProcessRecords(string mapping, SyncDirection? direction, IReadOnlyList<RecordRow> rows);

    private protected SyncNowRequest RequestFor(string? mapping, SyncDirection? direction) => new()
    {
        Mapping = mapping,
        Direction = direction,
        Force = Streams.IsOn(nameof(Force)),
    };

    private protected static SyncNowRequest With(SyncNowRequest request, IEnumerable<RecordRow> rows) =>
        request with { Records = [.. rows.Select(r => r.Selector)] };

    private void HandOn(IReadOnlyList<RecordRow> rows)
    {
        foreach (var group in rows.GroupBy(r => (Mapping: r.Mapping!.ToUpperInvariant(), r.Direction)))
        {
            RecordRow[] members = [.. group];
            ProcessRecords(members[0].Mapping!, group.Key.Direction, members);
        }
    }
}
