namespace BcSalesSync.Contracts;

/// <summary>A command cannot start, or cannot go on. Failures of single records are <see cref="BcSyncError"/> objects instead.</summary>
public sealed class SyncException : Exception
{
    /// <summary>Creates the exception from an error with its next step.</summary>
    public SyncException(BcSyncError error, Exception? innerException = null)
        : base(error.Message, innerException) => Error = error;

    /// <summary>The failure, with stable id, class and next step.</summary>
    public BcSyncError Error { get; }
}
