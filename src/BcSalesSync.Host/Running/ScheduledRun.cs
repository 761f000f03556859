using BcSalesSync.Host.Logging;
using Quartz;
using Quartz.Impl;
using Quartz.Logging;

namespace BcSalesSync.Host.Running;

// Jobs on Quartz.NET, from the start of their scheduler to its end in good order.
internal sealed class ScheduledRun(
    SchedulerStore store, JobFactory jobs, Func<IScheduler, CancellationToken, Task> prepare, RunSettings settings, ServiceLog log, TimeProvider clock)
{
    // Runs until it is stopped; false when what ran did not come to a checkpoint in time.
    public async Task<bool> RunAsync(CancellationToken stop)
    {
        LogContext.SetCurrentLogProvider(new ServiceLoggers(log));
        var scheduler = await new StdSchedulerFactory(store.Properties).GetScheduler(stop);
        scheduler.JobFactory = jobs;
        await prepare(scheduler, stop);
        await scheduler.Start(stop);
        await Task.Delay(Timeout.InfiniteTimeSpan, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await StopAsync(scheduler);
    }

    private async Task<bool> StopAsync(IScheduler scheduler)
    {
        try
        {
            await scheduler.Standby(CancellationToken.None);
            foreach (var running in await scheduler.GetCurrentlyExecutingJobs(CancellationToken.None))
                await scheduler.Interrupt(running.FireInstanceId, CancellationToken.None);
            // The scheduler waits for its jobs without leaving its thread.
            await Task.Run(() => scheduler.Shutdown(waitForJobsToComplete: true)).WaitAsync(settings.Grace, clock);
            return true;
        }
        catch (TimeoutException)
        {
            log.Write(LogLevels.Warning, null, "What ran did not come to a checkpoint in time and is cut off; it goes on from its last one.");
            return false;
        }
    }
}
