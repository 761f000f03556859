using BcSalesSync.Contracts;
using BcSalesSync.Host.Health;
using BcSalesSync.Host.Logging;

namespace BcSalesSync.Host.Running;

// The schedule of a service that is alone with its state.
internal sealed class OwnSchedule(RunSettings settings, ServiceLog log, ServiceHealth health, ServiceGround ground) : IServiceSchedule
{
    public Task<bool> RunAsync(ISyncSession session, ConnectionSettings connection, CancellationToken stop)
    {
        var work = new ScheduleWork(session, new JobTurn(settings, log), log, health);
        var jobs = new JobFactory().With(() => new LookJob(work)).With(() => new EntryJob(work));
        return new ScheduledRun(
            SchedulerStore.InMemory(), jobs, (scheduler, token) => LookJob.ScheduleAsync(scheduler, settings.Look, token), settings, log, ground.Clock)
            .RunAsync(stop);
    }
}
