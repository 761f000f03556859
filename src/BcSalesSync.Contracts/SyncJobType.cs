namespace BcSalesSync.Contracts;

/// <summary>What a job in the log did.</summary>
public enum SyncJobType
{
    /// <summary>Synchronised one direction of one mapping.</summary>
    Synchronization,

    /// <summary>Coupled records.</summary>
    Coupling,

    /// <summary>Removed couplings.</summary>
    Uncoupling,

    /// <summary>One direction of one mapping within a full synchronisation.</summary>
    FullSync,
}
