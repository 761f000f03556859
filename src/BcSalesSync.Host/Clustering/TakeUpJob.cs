using BcSalesSync.Contracts;
using BcSalesSync.Host.Logging;
using BcSalesSync.Host.Running;
using Quartz;

namespace BcSalesSync.Host.Clustering;

// Goes on with a full synchronisation whose process is gone: that of a person who closed the shell, or of a worker that died.
[DisallowConcurrentExecution]
internal sealed class TakeUpJob(ISyncSession session, RunSettings settings, ServiceLog log) : IJob
{
    private const string Name = "full synchronisation";

    public static JobKey Key { get; } = new(Name);

    public static ITrigger Every(TimeSpan pause) => TriggerBuilder.Create()
        .WithIdentity(Name)
        .StartNow()
        .WithSimpleSchedule(schedule => schedule.WithInterval(pause).RepeatForever().WithMisfireHandlingInstructionNowWithRemainingCount())
        .Build();

    public async Task Execute(IJobExecutionContext context)
    {
        try
        {
            var observer = log.File.Over(new ServiceObserver(log, Name, settings.Verbose));
            if (await session.TakeUpFullSyncAsync(observer, context.CancellationToken))
                log.Write(LogLevels.Information, Name, "Taken up, and come to its end; Get-BcFullSync shows the review.");
        }
        catch (SyncException problem)
        {
            log.Write(LogLevels.Warning, Name, $"{problem.Error.ErrorId}: {problem.Message} {problem.Error.RecommendedAction}");
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            log.Write(LogLevels.Information, Name, "Stopped at a checkpoint; another worker goes on with it.");
        }
    }
}
