namespace BcSalesSync.Contracts;

/// <summary>State of a job in the log.</summary>
public enum SyncJobStatus
{
    /// <summary>Under way.</summary>
    Running,

    /// <summary>Ended; no record failed.</summary>
    Success,

    /// <summary>Ended; at least one record failed, or the job itself did.</summary>
    Error,

    /// <summary>Ended early at a checkpoint.</summary>
    Stopped,
}
