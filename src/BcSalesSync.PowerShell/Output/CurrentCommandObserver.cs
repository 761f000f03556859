using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Output;

/// <summary>
/// Hears a session for as long as it is open, and passes on to the command that is at work; what happens in the background between
/// commands is heard by nobody.
/// </summary>
internal sealed class CurrentCommandObserver : ISyncObserver
{
    public void Verbose(string message) => CommandPump.Current?.Verbose(message);

    public void Debug(string message) => CommandPump.Current?.Debug(message);

    public void Warning(string message) => CommandPump.Current?.Warning(message);

    public void Progress(BcProgress progress) => CommandPump.Current?.Progress(progress);
}
