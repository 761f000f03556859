using BcSalesSync.Contracts;
using BcSalesSync.Host.Logging;
using BcSalesSync.Host.Running;

namespace BcSalesSync.Host.Clustering;

// What the job of a partition does. Whatever keeps this worker from it, the run that leads gives the partition out again.
internal sealed class PartitionTurn(ISyncSession session, RunSettings settings, ServiceLog log)
{
    public async Task RunAsync(PartitionTicket ticket, CancellationToken cancellationToken)
    {
        try
        {
            var observer = log.File.Over(new ServiceObserver(log, ticket.Name, settings.Verbose));
            await session.RunPartitionAsync(ticket, observer, cancellationToken);
        }
        catch (SyncException problem)
        {
            log.Write(LogLevels.Warning, ticket.Name, $"{problem.Error.ErrorId}: {problem.Message} {problem.Error.RecommendedAction}");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            log.Write(LogLevels.Information, ticket.Name, "Stopped; another worker goes on with it.");
        }
    }
}
