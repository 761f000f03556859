namespace BcSalesSync.Contracts;

/// <summary>Result of the last attempt in one direction, as a coupling keeps it.</summary>
public enum SyncOutcome
{
    /// <summary>Never attempted.</summary>
    None,

    /// <summary>The last attempt succeeded.</summary>
    Success,

    /// <summary>The last attempt failed.</summary>
    Failure,
}
