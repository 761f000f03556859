using Quartz;

namespace BcSalesSync.Host.Running;

// Fires at once and then every so often. Turns that were missed are made up for by one.
internal static class RepeatingTrigger
{
    public static ITrigger Every(JobKey job, TimeSpan pause) => TriggerBuilder.Create()
        .WithIdentity(job.Name)
        .StartNow()
        .WithSimpleSchedule(schedule => schedule.WithInterval(pause).RepeatForever().WithMisfireHandlingInstructionNowWithRemainingCount())
        .Build();
}
