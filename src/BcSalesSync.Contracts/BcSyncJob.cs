namespace BcSalesSync.Contracts;

/// <summary>One job of the log.</summary>
public sealed record BcSyncJob
{
    /// <summary>Id of the job.</summary>
    public required Guid Id { get; init; }

    /// <summary>Run the job belongs to.</summary>
    public required Guid RunId { get; init; }

    /// <summary>What it did.</summary>
    public required SyncJobType Type { get; init; }

    /// <summary>Name of the mapping.</summary>
    public required string Mapping { get; init; }

    /// <summary>Direction.</summary>
    public required SyncDirection Direction { get; init; }

    /// <summary>Start (UTC).</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>End (UTC); null while under way.</summary>
    public DateTimeOffset? Finished { get; init; }

    /// <summary>How long it took; null while it runs.</summary>
    public TimeSpan? Duration => Finished - Started;

    /// <summary>State.</summary>
    public required SyncJobStatus Status { get; init; }

    /// <summary>Counterparts created.</summary>
    public int Inserted { get; init; }

    /// <summary>Records written.</summary>
    public int Modified { get; init; }

    /// <summary>Records deleted.</summary>
    public int Deleted { get; init; }

    /// <summary>Records that needed nothing.</summary>
    public int Unchanged { get; init; }

    /// <summary>Records left alone.</summary>
    public int Skipped { get; init; }

    /// <summary>Records that failed.</summary>
    public int Failed { get; init; }

    /// <summary>Couplings made without creating.</summary>
    public int Coupled { get; init; }

    /// <summary>Couplings removed.</summary>
    public int Uncoupled { get; init; }

    /// <summary>Why the job itself failed, or a summary; null when nothing to say.</summary>
    public string? Message { get; init; }
}
