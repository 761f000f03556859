using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime;

/// <summary>Hears everything and says nothing.</summary>
public sealed class SilentObserver : ISyncObserver
{
    private SilentObserver()
    {
    }

    /// <summary>The observer.</summary>
    public static SilentObserver Instance { get; } = new();

    /// <inheritdoc/>
    public void Verbose(string message)
    {
    }

    /// <inheritdoc/>
    public void Debug(string message)
    {
    }

    /// <inheritdoc/>
    public void Warning(string message)
    {
    }

    /// <inheritdoc/>
    public void Progress(BcProgress progress)
    {
    }
}
