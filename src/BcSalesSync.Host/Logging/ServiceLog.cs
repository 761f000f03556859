using System.Globalization;
using BcSalesSync.Contracts;
using BcSalesSync.Host.Running;

namespace BcSalesSync.Host.Logging;

// What a service says: a line each for people, and in the file of JSON where there is one. Says nothing once it is closed.
internal sealed class ServiceLog(TextWriter output, SessionLog file, TimeProvider clock) : IDisposable
{
    private readonly Lock gate = new();
    private bool closed;

    public SessionLog File => file;

    // For people and for the file.
    public void Write(string level, string? entry, string message)
    {
        lock (gate)
        {
            if (closed)
                return;
            file.Said(level, entry, message);
            Line(level, entry, message);
        }
    }

    public void Write(BcSyncError error)
    {
        lock (gate)
        {
            if (closed)
                return;
            file.Write(error with { Time = clock.GetUtcNow() });
            Line(LogLevels.Error, error.Mapping, Words(error));
        }
    }

    // What kept something from coming to its end, which is tried again by itself.
    public void Warn(string? entry, BcSyncError error) => Write(LogLevels.Warning, entry, Words(error));

    // Hears the work of an entry, or of the service: the file hears everything, people what they asked for.
    public ISyncObserver Observe(string? entry, bool isVerbose) => file.Over(new ServiceObserver(this, entry, isVerbose));

    // For people only; the file knows it already.
    public void Show(string level, string? entry, string message)
    {
        lock (gate)
        {
            if (!closed)
                Line(level, entry, message);
        }
    }

    public void Dispose()
    {
        lock (gate)
            closed = true;
    }

    private static string Words(BcSyncError error) => $"{error.ErrorId}: {error.Message} {error.RecommendedAction}";

    private void Line(string level, string? entry, string message)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{clock.GetUtcNow():yyyy-MM-dd HH:mm:ss}Z {level,-11} {entry ?? "service"}: {message.ReplaceLineEndings(" ")}"));
        output.Flush();
    }
}
