using Quartz;

namespace BcSalesSync.Host.Running;

// Asks the engine what is due, and gives each of those entries its turn. There is nothing to do when an entry comes or goes with a switch: its
// trigger is there from being due to its end.
[DisallowConcurrentExecution]
internal sealed class LookJob(ScheduleWork work) : IJob
{
    public static JobKey Key { get; } = new("look");

    public async Task Execute(IJobExecutionContext context)
    {
        var now = context.FireTimeUtc;
        foreach (var (position, entry) in (await work.LookAsync(context.CancellationToken)).Index())
        {
            if (!await context.Scheduler.CheckExists(EntryJob.TriggerOf(entry), context.CancellationToken))
                await context.Scheduler.ScheduleJob(EntryJob.Due(entry, now, position), context.CancellationToken);
        }
    }

    public static async Task ScheduleAsync(IScheduler scheduler, TimeSpan pause, CancellationToken cancellationToken)
    {
        await scheduler.AddJob(EntryJob.Only(), replace: true, cancellationToken);
        await scheduler.ScheduleJob(JobBuilder.Create<LookJob>().WithIdentity(Key).Build(), [RepeatingTrigger.Every(Key, pause)], replace: true, cancellationToken);
    }
}
