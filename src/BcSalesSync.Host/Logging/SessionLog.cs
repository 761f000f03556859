using BcSalesSync.Contracts;

namespace BcSalesSync.Host.Logging;

// The log of a verb that runs a session; without a file it does nothing.
internal sealed class SessionLog : IDisposable
{
    private readonly JsonLog? _log;
    private readonly SpanLines? _spans;
    private readonly DateTimeOffset _opened;

    private SessionLog(JsonLog? log, DateTimeOffset opened)
    {
        _log = log;
        _spans = log is null ? null : new SpanLines(log);
        _opened = opened;
    }

    // Opens the log; fails as opening a file does.
    public static SessionLog Open(FileInfo? file, TimeProvider clock) => new(file is null ? null : JsonLog.Open(file, clock), clock.GetUtcNow());

    // The observer, listening for the log as well.
    public ISyncObserver Over(ISyncObserver observer) => _log is null ? observer : new LogObserver(_log, observer);

    public void Opened(BcConnection connection) => _log?.Write(
        LogLevels.Information,
        "connected",
        ("message", $"{connection.Company} and {connection.SalesUrl}, tier {connection.Tier}."));

    // What a service has to say for itself.
    public void Said(string level, string? mapping, string message) => _log?.Write(level, "service", ("mapping", mapping), ("message", message));

    // Whatever the session logged as failed since the log was opened, with its next steps.
    public async Task WriteErrorsAsync(ISyncSession session, CancellationToken cancellationToken)
    {
        if (_log is null)
            return;
        await foreach (var error in session.GetErrorsAsync(new ErrorQuery(), cancellationToken))
        {
            if (error.Time < _opened)
                break;
            Write(error);
        }
    }

    public void Write(BcSyncError error) => _log?.Write(
        LogLevels.Error,
        "error",
        ("mapping", error.Mapping),
        ("direction", error.Direction),
        ("bcId", error.BcId),
        ("bcNo", error.BcNo),
        ("salesId", error.SalesId),
        ("salesName", error.SalesName),
        ("errorId", error.ErrorId),
        ("message", error.Message),
        ("nextStep", error.RecommendedAction),
        ("attempts", error.Attempts));

    public void Dispose()
    {
        _spans?.Dispose();
        _log?.Dispose();
    }
}
