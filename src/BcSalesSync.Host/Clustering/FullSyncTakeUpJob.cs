using BcSalesSync.Contracts;
using BcSalesSync.Host.Logging;
using BcSalesSync.Host.Running;
using Quartz;

namespace BcSalesSync.Host.Clustering;

// Goes on with a full synchronisation whose process is gone: that of a person who closed the shell, or of a worker that died.
[DisallowConcurrentExecution]
internal sealed class FullSyncTakeUpJob(ISyncSession session, JobTurn turn, ServiceLog log) : IJob
{
    public static JobKey Key { get; } = new("full synchronisation");

    public Task Execute(IJobExecutionContext context) => turn.RunAsync(
        Key.Name,
        "Stopped at a checkpoint; another worker goes on with it.",
        async observer =>
        {
            if (await session.TakeUpFullSyncAsync(observer, context.CancellationToken))
                log.Write(LogLevels.Information, Key.Name, "Taken up, and come to its end; Get-BcFullSync shows the review.");
        },
        context.CancellationToken);
}
