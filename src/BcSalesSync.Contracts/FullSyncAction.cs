namespace BcSalesSync.Contracts;

/// <summary>What a full synchronisation does with a mapping.</summary>
public enum FullSyncAction
{
    /// <summary>Create what is missing and synchronise.</summary>
    FullSync,

    /// <summary>Couple by matching; the mapping says whether new pairs are synchronised and what matches nothing is created.</summary>
    Couple,
}
