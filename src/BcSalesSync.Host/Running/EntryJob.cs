using Quartz;

namespace BcSalesSync.Host.Running;

// Runs the entry of the schedule that the job is named after.
[DisallowConcurrentExecution]
internal sealed class EntryJob(ScheduleWork work) : IJob
{
    private const string Group = "entries";

    public static IJobDetail Of(string entry) => JobBuilder.Create<EntryJob>().WithIdentity(entry, Group).Build();

    public static TriggerKey TriggerOf(string entry) => new(entry, Group);

    // All that was due in one look has one time, so that the priority keeps the order; a turn that comes late keeps it too.
    public static ITrigger Due(string entry, DateTimeOffset since, int position) => TriggerBuilder.Create()
        .WithIdentity(TriggerOf(entry))
        .StartAt(since)
        .WithPriority(-position)
        .WithSimpleSchedule(schedule => schedule.WithMisfireHandlingInstructionIgnoreMisfires())
        .Build();

    public Task Execute(IJobExecutionContext context) => work.RunAsync(context.JobDetail.Key.Name, context.CancellationToken);
}
