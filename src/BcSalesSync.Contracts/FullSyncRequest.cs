namespace BcSalesSync.Contracts;

/// <summary>Asks for a full synchronisation.</summary>
public sealed record FullSyncRequest
{
    /// <summary>Names or wildcards; empty for all.</summary>
    public IReadOnlyList<string> Mappings { get; init; } = [];

    /// <summary>What to do; null follows the recommendation.</summary>
    public FullSyncAction? Action { get; init; }

    /// <summary>Time after which it stops at a checkpoint; null for none.</summary>
    public TimeSpan? TimeBudget { get; init; }
}
