namespace BcSalesSync.Contracts;

/// <summary>What was done, or would be done, with one record.</summary>
public enum SyncAction
{
    /// <summary>The counterpart was created and coupled.</summary>
    Created,

    /// <summary>At least one field was written.</summary>
    Updated,

    /// <summary>Both sides agree; nothing was written.</summary>
    Unchanged,

    /// <summary>Left alone on purpose; the reason says why.</summary>
    Skipped,

    /// <summary>Both sides changed the same field; nothing was written.</summary>
    Conflict,

    /// <summary>The coupling ended because a record is gone.</summary>
    Deleted,

    /// <summary>The record could not be synchronised; the error says why.</summary>
    Failed,
}
