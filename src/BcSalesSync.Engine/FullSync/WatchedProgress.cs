using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.FullSync;

/// <summary>Passes on what a background run says to whoever watches at the moment: one thing after the other, whatever runs side by side.</summary>
internal sealed class WatchedProgress : ISyncObserver
{
    private readonly object telling = new();
    private volatile ISyncObserver[] watchers = [];

    /// <summary>Passes on to an observer until the returned object is disposed.</summary>
    public IDisposable Watch(ISyncObserver observer)
    {
        watchers = [.. watchers, observer];
        return new Watching(this, observer);
    }

    /// <inheritdoc/>
    public void Verbose(string message) => Each(watcher => watcher.Verbose(message));

    /// <inheritdoc/>
    public void Debug(string message) => Each(watcher => watcher.Debug(message));

    /// <inheritdoc/>
    public void Warning(string message) => Each(watcher => watcher.Warning(message));

    /// <inheritdoc/>
    public void Progress(BcProgress progress) => Each(watcher => watcher.Progress(progress));

    private void Each(Action<ISyncObserver> tell)
    {
        lock (telling)
        {
            foreach (var watcher in watchers)
                tell(watcher);
        }
    }

    private sealed class Watching(WatchedProgress owner, ISyncObserver observer) : IDisposable
    {
        public void Dispose() => owner.watchers = [.. owner.watchers.Where(watcher => watcher != observer)];
    }
}
