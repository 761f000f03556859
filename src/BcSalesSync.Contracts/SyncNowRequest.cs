namespace BcSalesSync.Contracts;

/// <summary>Asks for a synchronisation at once, or for its plan.</summary>
public sealed record SyncNowRequest
{
    /// <summary>Name of the mapping; null takes every enabled mapping.</summary>
    public string? Mapping { get; init; }

    /// <summary>Records to take; empty for a run of the whole mapping.</summary>
    public IReadOnlyList<RecordSelector> Records { get; init; } = [];

    /// <summary>Direction; with records it says which side wins. Null takes the mapping's own.</summary>
    public SyncDirection? Direction { get; init; }

    /// <summary>Rewrite records that did not change.</summary>
    public bool Force { get; init; }

    /// <summary>Plan as a full synchronisation would: every record, creating what is missing.</summary>
    public bool Full { get; init; }
}
