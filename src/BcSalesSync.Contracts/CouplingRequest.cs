namespace BcSalesSync.Contracts;

/// <summary>Asks for one coupling.</summary>
public sealed record CouplingRequest
{
    /// <summary>Name of the mapping.</summary>
    public required string Mapping { get; init; }

    /// <summary>Both sides, or one side together with CreateIn.</summary>
    public required RecordSelector Records { get; init; }

    /// <summary>Side on which the counterpart is created; null to couple existing records.</summary>
    public SystemSide? CreateIn { get; init; }

    /// <summary>Direction to synchronise afterwards; null for none.</summary>
    public SyncDirection? Sync { get; init; }

    /// <summary>What the request was made from; handed back with errors.</summary>
    public object? Input { get; init; }

    /// <summary>Where it came from, for messages, for example a file and line; null when nowhere.</summary>
    public string? Origin { get; init; }
}
