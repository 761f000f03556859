namespace BcSalesSync.Contracts;

/// <summary>What happened to one record in one direction.</summary>
public sealed record BcSyncResult
{
    /// <summary>Name of the mapping.</summary>
    public required string Mapping { get; init; }

    /// <summary>SystemId; null when there is no record yet.</summary>
    public Guid? BcId { get; init; }

    /// <summary>Number or code.</summary>
    public string? BcNo { get; init; }

    /// <summary>Row id; null when there is no row yet.</summary>
    public Guid? SalesId { get; init; }

    /// <summary>Primary name.</summary>
    public string? SalesName { get; init; }

    /// <summary>Direction of the write.</summary>
    public required SyncDirection Direction { get; init; }

    /// <summary>What was done.</summary>
    public required SyncAction Action { get; init; }

    /// <summary>Fields written; empty when none.</summary>
    public IReadOnlyList<BcFieldChange> Changes { get; init; } = [];

    /// <summary>Why the record was left alone, in one sentence; null when it was not.</summary>
    public string? Reason { get; init; }

    /// <summary>The failure; null when none.</summary>
    public BcSyncError? Error { get; init; }

    /// <summary>Run that did it.</summary>
    public required Guid RunId { get; init; }
}
