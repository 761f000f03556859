using BcSalesSync.Contracts;
using BcSalesSync.Host.Health;
using BcSalesSync.Host.Logging;
using BcSalesSync.Host.Running;
using BcSalesSync.Runtime;
using Quartz;

namespace BcSalesSync.Host.Clustering;

// The schedule as several workers have it in common, and the partitions of long passes. The two have schedulers of their own: whoever leads a
// pass waits for its partitions, and must not keep them from having a thread.
internal sealed class ClusteredSchedule(
    ClusterSettings cluster, ClusterPartitions partitions, RunSettings settings, ServiceLog log, ServiceHealth health, ServiceGround ground)
    : IServiceSchedule
{
    private const int EntriesAtOnce = 2;
    private static readonly TimeSpan BetweenTakeUps = TimeSpan.FromSeconds(5);

    public async Task<bool> RunAsync(ISyncSession session, ConnectionSettings connection, CancellationToken stop)
    {
        var database = SharedState.ConnectionString(connection);
        var work = new ScheduleWork(session, settings, log, health);
        var turn = new PartitionTurn(session, settings, log);
        var jobs = new JobFactory()
            .With(() => new LookJob(work)).With(() => new EntryJob(work)).With(() => new PartitionJob(turn)).With(() => new TakeUpJob(session, settings, log));
        var entries = new ScheduledRun(SchedulerStore.Shared("entries", database, EntriesAtOnce), jobs, PrepareAsync, settings, log, ground.Clock);
        var shares = new ScheduledRun(SchedulerStore.Shared("partitions", database, cluster.Threads), jobs, AttachAsync, settings, log, ground.Clock);
        var ended = await Task.WhenAll(entries.RunAsync(stop), shares.RunAsync(stop));
        return ended.All(isInOrder => isInOrder);
    }

    private Task AttachAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        partitions.Attach(scheduler);
        return Task.CompletedTask;
    }

    private async Task PrepareAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        await LookJob.ScheduleAsync(scheduler, settings.Look, cancellationToken);
        var job = JobBuilder.Create<TakeUpJob>().WithIdentity(TakeUpJob.Key).Build();
        await scheduler.ScheduleJob(job, [TakeUpJob.Every(BetweenTakeUps)], replace: true, cancellationToken);
    }
}
