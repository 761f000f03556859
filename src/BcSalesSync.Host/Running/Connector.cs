using BcSalesSync.Contracts;
using BcSalesSync.Host.Health;
using BcSalesSync.Host.Logging;

namespace BcSalesSync.Host.Running;

// Opens the session. A service survives that its network comes up after it; whoever runs once would rather know.
internal sealed class Connector(ISessionOpener opener, ServiceGround ground, RunSettings settings, ServiceLog log, ServiceHealth health)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    // Fails where trying again would not help.
    public async Task<ISyncSession> ConnectAsync(ConnectionSettings connection, CancellationToken cancellationToken)
    {
        var observer = log.Observe(null, settings.Verbose);
        for (var pause = TimeSpan.FromSeconds(1);; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                var session = await opener.OpenAsync(connection, observer, cancellationToken);
                health.Connected(session.Connection);
                log.File.Opened(session.Connection);
                log.Show(
                    LogLevels.Information,
                    null,
                    $"Connected to {session.Connection.Company} and {session.Connection.SalesUrl}; the state is {session.Connection.State}.");
                return session;
            }
            catch (SyncException problem) when (problem.Error.Class is FailureClass.Transient && !settings.Once)
            {
                health.Unreachable(problem.Error);
                log.Write(LogLevels.Warning, null, $"{problem.Error.ErrorId}: {problem.Message} It is tried again in {pause.TotalSeconds:0} seconds.");
                await Task.Delay(pause, ground.Clock, cancellationToken);
            }
        }
    }
}
