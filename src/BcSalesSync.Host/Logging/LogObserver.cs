using BcSalesSync.Contracts;

namespace BcSalesSync.Host.Logging;

// Writes what a session says to the log, and passes it on. Requests come to the log as spans, not as text.
internal sealed class LogObserver(JsonLog log, ISyncObserver inner) : ISyncObserver
{
    public void Verbose(string message)
    {
        log.Write(LogLevels.Information, "decision", ("message", message));
        inner.Verbose(message);
    }

    public void Debug(string message) => inner.Debug(message);

    public void Warning(string message)
    {
        log.Write(LogLevels.Warning, "warning", ("message", message));
        inner.Warning(message);
    }

    public void Progress(BcProgress progress) => inner.Progress(progress);
}
