using BcSalesSync.Contracts;
using BcSalesSync.Host.Logging;

namespace BcSalesSync.Host.Running;

// Shows people the warnings of an entry, and its decisions where they asked for them; the file of JSON hears the session itself.
internal sealed class ServiceObserver(ServiceLog log, string? entry, bool isVerbose) : ISyncObserver
{
    public void Verbose(string message)
    {
        if (isVerbose)
            log.Show(LogLevels.Information, entry, message);
    }

    public void Debug(string message)
    {
    }

    // The schedule names the entry itself in some of its warnings.
    public void Warning(string message) => log.Show(
        LogLevels.Warning, entry, message.StartsWith($"{entry}: ", StringComparison.Ordinal) ? message[(entry!.Length + 2)..] : message);

    public void Progress(BcProgress progress)
    {
    }
}
