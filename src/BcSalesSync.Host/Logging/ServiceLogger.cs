using Microsoft.Extensions.Logging;

namespace BcSalesSync.Host.Logging;

// One category of what libraries say, from warnings on.
internal sealed class ServiceLogger(ServiceLog log, string category) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel is LogLevel.Warning or LogLevel.Error or LogLevel.Critical;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;
        var source = category[(category.LastIndexOf('.') + 1)..];
        var message = exception is null ? formatter(state, exception) : $"{formatter(state, exception)} {exception.Message}";
        // Some put the exception with all its frames into the message.
        message = message.Split('\n', 2)[0].TrimEnd();
        log.Write(logLevel is LogLevel.Warning ? LogLevels.Warning : LogLevels.Error, null, $"{source}: {message}");
    }
}
