namespace BcSalesSync.Contracts;

/// <summary>One failure with its next step.</summary>
public sealed record BcSyncError
{
    /// <summary>Number in the error log; 0 when not logged.</summary>
    public long Id { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Name of the mapping; null when none applies.</summary>
    public string? Mapping { get; init; }

    /// <summary>Direction; null when none applies.</summary>
    public SyncDirection? Direction { get; init; }

    /// <summary>SystemId of the record, if known.</summary>
    public Guid? BcId { get; init; }

    /// <summary>Number or code, if known.</summary>
    public string? BcNo { get; init; }

    /// <summary>Row id, if known.</summary>
    public Guid? SalesId { get; init; }

    /// <summary>Primary name, if known.</summary>
    public string? SalesName { get; init; }

    /// <summary>What it means for the next attempt.</summary>
    public required FailureClass Class { get; init; }

    /// <summary>Stable id, BcSync.Area.Problem.</summary>
    public required string ErrorId { get; init; }

    /// <summary>What went wrong.</summary>
    public required string Message { get; init; }

    /// <summary>What the admin should do next.</summary>
    public required string RecommendedAction { get; init; }

    /// <summary>Attempts so far.</summary>
    public int Attempts { get; init; }

    /// <summary>When it is tried again; null when it waits for a person or a parent.</summary>
    public DateTimeOffset? NextTry { get; init; }

    /// <summary>Job that logged it.</summary>
    public Guid? JobId { get; init; }
}
