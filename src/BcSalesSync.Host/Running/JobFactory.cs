using Quartz;
using Quartz.Spi;

namespace BcSalesSync.Host.Running;

// Makes the jobs of a scheduler with what they work with.
internal sealed class JobFactory : IJobFactory
{
    private readonly Dictionary<Type, Func<IJob>> makers = [];

    public JobFactory With<T>(Func<T> make)
        where T : IJob
    {
        makers[typeof(T)] = () => make();
        return this;
    }

    public IJob NewJob(TriggerFiredBundle bundle, IScheduler scheduler) => makers[bundle.JobDetail.JobType]();

    public void ReturnJob(IJob job)
    {
    }
}
