namespace BcSalesSync.Contracts;

/// <summary>What the review recommends for a mapping (spec/engine.md 4.3).</summary>
public enum FullSyncRecommendation
{
    /// <summary>Create what is missing and synchronise.</summary>
    FullSync,

    /// <summary>Both sides hold records: couple by matching first.</summary>
    Couple,

    /// <summary>Both sides are empty.</summary>
    NoRecords,
}
