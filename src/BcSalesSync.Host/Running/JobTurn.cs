using BcSalesSync.Contracts;
using BcSalesSync.Host.Logging;

namespace BcSalesSync.Host.Running;

// One turn of a job, from its observer to how it ends: what keeps it from going on is said and left to its next turn.
internal sealed class JobTurn(RunSettings settings, ServiceLog log)
{
    // Runs the work of a job; "stopped" is what is said when it is asked to end before its own end.
    public async Task RunAsync(string name, string stopped, Func<ISyncObserver, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(log.Observe(name, settings.Verbose));
        }
        catch (SyncException problem)
        {
            log.Warn(name, problem.Error);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            log.Write(LogLevels.Information, name, stopped);
        }
    }
}
