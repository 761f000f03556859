namespace BcSalesSync.Contracts;

/// <summary>What a synchronisation would do with one record, and why.</summary>
public sealed record BcPlannedAction
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

    /// <summary>What would be done.</summary>
    public required SyncAction Action { get; init; }

    /// <summary>Fields that would be written.</summary>
    public IReadOnlyList<BcFieldChange> Changes { get; init; } = [];

    /// <summary>Why, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>The failure that would be reported; null when none.</summary>
    public BcSyncError? Error { get; init; }
}
