namespace BcSalesSync.Contracts;

/// <summary>
/// Hears what a run has to say while it works. Calls may come from any thread; a shell brings them to its own.
/// </summary>
public interface ISyncObserver
{
    /// <summary>A decision, in words.</summary>
    void Verbose(string message);

    /// <summary>A request or other detail for diagnosis; never holds a secret.</summary>
    void Debug(string message);

    /// <summary>Something the admin should change.</summary>
    void Warning(string message);

    /// <summary>How far the run has come.</summary>
    void Progress(BcProgress progress);
}
