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
    ClusterSettings cluster, QuartzPartitionHost partitions, RunSettings settings, ServiceLog log, ServiceHealth health, ServiceGround ground)
    : IServiceSchedule
{
    // A look, an entry, and a full synchronisation that was taken up.
    private const int JobsAtOnce = 3;
    private static readonly TimeSpan BetweenTakeUps = TimeSpan.FromSeconds(5);

    public async Task<bool> RunAsync(ISyncSession session, ConnectionSettings connection, CancellationToken stop)
    {
        var database = SharedState.ConnectionString(connection);
        var turn = new JobTurn(settings, log);
        var work = new ScheduleWork(session, turn, log, health);
        var jobs = new JobFactory()
            .With(() => new LookJob(work)).With(() => new EntryJob(work)).With(() => new PartitionJob(session, turn))
            .With(() => new FullSyncTakeUpJob(session, turn, log));
        var entries = new ScheduledRun(SchedulerStore.Shared("entries", database, JobsAtOnce), jobs, PrepareAsync, settings, log, ground.Clock);
        var shares = new ScheduledRun(SchedulerStore.Shared("partitions", database, cluster.Threads), jobs, AttachAsync, settings, log, ground.Clock);
        using var probing = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var probe = new StateHealthProbe(session, health, ground.Clock).RunAsync(probing.Token);
        try
        {
            return await RunAsync(entries, shares, stop);
        }
        finally
        {
            await probing.CancelAsync();
            await probe;
        }
    }

    // Who leads a pass ends first: it waits for what it gave out, which may be with this worker. Where one of the two cannot go on, the other ends
    // as well, and the worker says why.
    private static async Task<bool> RunAsync(ScheduledRun entries, ScheduledRun shares, CancellationToken stop)
    {
        using var entriesEnd = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var sharesEnd = new CancellationTokenSource();
        var sharing = shares.RunAsync(sharesEnd.Token);
        var running = entries.RunAsync(entriesEnd.Token);
        try
        {
            var first = await Task.WhenAny(sharing, running);
            await entriesEnd.CancelAsync();
            await first;
        }
        finally
        {
            await ((Task)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await sharesEnd.CancelAsync();
            await ((Task)sharing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return await running & await sharing;
    }

    private Task AttachAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        partitions.Attach(scheduler);
        return Task.CompletedTask;
    }

    private async Task PrepareAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        await LookJob.ScheduleAsync(scheduler, settings.Look, cancellationToken);
        var job = JobBuilder.Create<FullSyncTakeUpJob>().WithIdentity(FullSyncTakeUpJob.Key).Build();
        await scheduler.ScheduleJob(job, [RepeatingTrigger.Every(FullSyncTakeUpJob.Key, BetweenTakeUps)], replace: true, cancellationToken);
    }
}
