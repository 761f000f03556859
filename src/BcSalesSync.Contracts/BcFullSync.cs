namespace BcSalesSync.Contracts;

/// <summary>A full synchronisation.</summary>
public sealed record BcFullSync
{
    /// <summary>Id of the run.</summary>
    public required Guid RunId { get; init; }

    /// <summary>State of the whole.</summary>
    public required FullSyncStatus Status { get; init; }

    /// <summary>Start (UTC).</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>End (UTC); null while under way.</summary>
    public DateTimeOffset? Finished { get; init; }

    /// <summary>How long it took; null while it runs.</summary>
    public TimeSpan? Duration => Finished - Started;

    /// <summary>Number of mappings.</summary>
    public int Lines { get; init; }

    /// <summary>Number of mappings that ended.</summary>
    public int Done { get; init; }
}
