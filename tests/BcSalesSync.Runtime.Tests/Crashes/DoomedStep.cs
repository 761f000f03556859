namespace BcSalesSync.Runtime.Tests.Crashes;

/// <summary>What a process does that may be the last thing it does.</summary>
internal enum DoomedStep
{
    /// <summary>A request that reads.</summary>
    Read,

    /// <summary>A request that writes.</summary>
    Write,

    /// <summary>Saving effects in the state.</summary>
    Commit,
}
