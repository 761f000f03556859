using BcSalesSync.Contracts;
using BcSalesSync.Host.Logging;
using Quartz;

namespace BcSalesSync.Host.Clustering;

// Sends for workers by jobs of their common scheduler, one for each partition; who has which partition they settle by claims.
internal sealed class QuartzPartitionHost(ClusterSettings settings, ServiceLog log) : IPartitionHost
{
    private readonly TaskCompletionSource<IScheduler> attached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Count => settings.Partitions;

    // The scheduler comes after the session that hands partitions out.
    public void Attach(IScheduler scheduler) => attached.TrySetResult(scheduler);

    public async Task StartAsync(IReadOnlyList<PartitionTicket> tickets, CancellationToken cancellationToken)
    {
        var scheduler = await attached.Task.WaitAsync(cancellationToken);
        foreach (var ticket in tickets)
        {
            try
            {
                if (!await scheduler.CheckExists(PartitionJob.TriggerOf(ticket), cancellationToken))
                    await scheduler.ScheduleJob(PartitionJob.Of(ticket), PartitionJob.Now(ticket), cancellationToken);
            }
            catch (SchedulerException problem)
            {
                // It ends just now, or the database is out of reach for a moment: it is given out again as long as it has work.
                log.Write(LogLevels.Information, ticket.Name, $"Not given out yet: {problem.Message}");
            }
        }
    }
}
