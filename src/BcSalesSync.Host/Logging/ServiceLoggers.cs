using Microsoft.Extensions.Logging;

namespace BcSalesSync.Host.Logging;

// Brings what the scheduler and the host have to complain about to the log of the service. Loggers are kept by those who got them, so there is
// nothing to dispose of.
internal sealed class ServiceLoggers(ServiceLog log) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new ServiceLogger(log, categoryName);

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }
}
