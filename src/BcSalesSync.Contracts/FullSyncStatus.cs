namespace BcSalesSync.Contracts;

/// <summary>State of one line of the full synchronisation review.</summary>
public enum FullSyncStatus
{
    /// <summary>Not started yet.</summary>
    NotStarted,

    /// <summary>Waits for the mappings it depends on.</summary>
    Waiting,

    /// <summary>Under way.</summary>
    Running,

    /// <summary>Done.</summary>
    Finished,

    /// <summary>Ended by an error of the whole mapping.</summary>
    Failed,

    /// <summary>Stopped at a checkpoint; can be resumed.</summary>
    Stopped,
}
