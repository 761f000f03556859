using Quartz;
using Quartz.Spi;

namespace BcSalesSync.Host.Running;

// Gives the jobs the session they work with.
internal sealed class WorkJobFactory(ScheduleWork work) : IJobFactory
{
    public IJob NewJob(TriggerFiredBundle bundle, IScheduler scheduler) =>
        bundle.JobDetail.JobType == typeof(LookJob) ? new LookJob(work) : new EntryJob(work);

    public void ReturnJob(IJob job)
    {
    }
}
