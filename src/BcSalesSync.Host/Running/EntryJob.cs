using Quartz;

namespace BcSalesSync.Host.Running;

// Runs an entry of the schedule. There is one such job, with a trigger for each entry that is due, so that entries run one after the other, in the
// order of what depends on what, however many nodes there are.
[DisallowConcurrentExecution]
internal sealed class EntryJob(ScheduleWork work) : IJob
{
    private const string Group = "entries";
    private const string Entry = "entry";

    private static JobKey Key { get; } = new(Entry);

    public static IJobDetail Only() => JobBuilder.Create<EntryJob>().WithIdentity(Key).StoreDurably().Build();

    public static TriggerKey TriggerOf(string entry) => new(entry, Group);

    // All that was due in one look has one time, so that the priority keeps the order; a turn that comes late keeps it too.
    public static ITrigger Due(string entry, DateTimeOffset since, int position) => TriggerBuilder.Create()
        .WithIdentity(TriggerOf(entry))
        .ForJob(Key)
        .UsingJobData(Entry, entry)
        .StartAt(since)
        .WithPriority(-position)
        .WithSimpleSchedule(schedule => schedule.WithMisfireHandlingInstructionIgnoreMisfires())
        .Build();

    public Task Execute(IJobExecutionContext context) => work.RunAsync(context.MergedJobDataMap.GetString(Entry)!, context.CancellationToken);
}
