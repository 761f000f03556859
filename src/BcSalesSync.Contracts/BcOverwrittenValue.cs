namespace BcSalesSync.Contracts;

/// <summary>
/// A value that somebody had set on one side since both sides last agreed, and that a synchronisation wrote over: the mapping, or the
/// person who synchronised, let the other side win. Kept so that nothing that was typed is lost without a trace.
/// </summary>
public sealed record BcOverwrittenValue
{
    /// <summary>Number in the log; 0 when not logged.</summary>
    public long Id { get; init; }

    /// <summary>When it was written over (UTC).</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Name of the mapping.</summary>
    public required string Mapping { get; init; }

    /// <summary>Direction of the write; the value was lost on the side it points to.</summary>
    public required SyncDirection Direction { get; init; }

    /// <summary>SystemId of the record, if known.</summary>
    public Guid? BcId { get; init; }

    /// <summary>Number or code, if known.</summary>
    public string? BcNo { get; init; }

    /// <summary>Row id, if known.</summary>
    public Guid? SalesId { get; init; }

    /// <summary>Primary name, if known.</summary>
    public string? SalesName { get; init; }

    /// <summary>Name of the field on the side that lost.</summary>
    public required string Field { get; init; }

    /// <summary>The value that is gone, invariant culture; null when the field had been emptied.</summary>
    public string? LostValue { get; init; }

    /// <summary>The value that stands now, invariant culture; null when empty.</summary>
    public string? KeptValue { get; init; }

    /// <summary>Job that wrote it.</summary>
    public Guid? JobId { get; init; }
}
