namespace BcSalesSync.Contracts;

/// <summary>One line a mapping: how it stands.</summary>
public sealed record BcSyncStatus
{
    /// <summary>Name of the mapping.</summary>
    public required string Mapping { get; init; }

    /// <summary>Directions of the mapping.</summary>
    public required SyncDirection Direction { get; init; }

    /// <summary>Ready, Running or Disabled.</summary>
    public required string State { get; init; }

    /// <summary>Number of couplings.</summary>
    public int Couplings { get; init; }

    /// <summary>Couplings left alone after repeated failure.</summary>
    public int Skipped { get; init; }

    /// <summary>Couplings whose last attempt failed, and failed creates.</summary>
    public int Failed { get; init; }

    /// <summary>End of the last job (UTC).</summary>
    public DateTimeOffset? LastRun { get; init; }

    /// <summary>State of the last job.</summary>
    public SyncJobStatus? LastResult { get; init; }

    /// <summary>Next scheduled run (UTC); null when none.</summary>
    public DateTimeOffset? NextRun { get; init; }

    /// <summary>What to look at; null when all is well.</summary>
    public string? Message { get; init; }
}
