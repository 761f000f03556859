namespace BcSalesSync.Contracts;

/// <summary>One mapping of the full synchronisation review (spec/engine.md 4).</summary>
public sealed record BcFullSyncLine
{
    /// <summary>Run that works on the line; null before the start.</summary>
    public Guid? RunId { get; init; }

    /// <summary>Name of the mapping.</summary>
    public required string Mapping { get; init; }

    /// <summary>Mappings the line waits for.</summary>
    public required IReadOnlyList<string> DependsOn { get; init; }

    /// <summary>What the review recommends.</summary>
    public required FullSyncRecommendation Recommendation { get; init; }

    /// <summary>What is done; null when nothing is.</summary>
    public FullSyncAction? Action { get; init; }

    /// <summary>State.</summary>
    public required FullSyncStatus Status { get; init; }

    /// <summary>Outcome towards Sales.</summary>
    public required SyncOutcome ToSalesStatus { get; init; }

    /// <summary>Outcome towards Business Central.</summary>
    public required SyncOutcome ToBusinessCentralStatus { get; init; }

    /// <summary>Records to look at; an estimate before the end.</summary>
    public int Total { get; init; }

    /// <summary>Records looked at.</summary>
    public int Done { get; init; }

    /// <summary>0 to 100.</summary>
    public int PercentComplete { get; init; }

    /// <summary>Counterparts created.</summary>
    public int Inserted { get; init; }

    /// <summary>Records written.</summary>
    public int Modified { get; init; }

    /// <summary>Couplings made without creating.</summary>
    public int Coupled { get; init; }

    /// <summary>Records that failed.</summary>
    public int Failed { get; init; }

    /// <summary>What happened; null when nothing to say.</summary>
    public string? Message { get; init; }
}
