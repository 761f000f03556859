using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands.FullSync;

/// <summary>A cmdlet of the full synchronisation.</summary>
public abstract class FullSyncCommand : ConnectedCommand
{
    private protected FullSyncCommand()
    {
    }

    /// <summary>Waits for the end and writes the review. Stopping the wait of a run that this command began also stops the run.</summary>
    private protected async Task WaitAndReviewAsync(CommandPump pump, bool stopsRun, CancellationToken cancellationToken)
    {
        try
        {
            await Session.WaitFullSyncAsync(pump, cancellationToken);
        }
        catch (OperationCanceledException) when (stopsRun && cancellationToken.IsCancellationRequested)
        {
            await Session.StopFullSyncAsync(CancellationToken.None);
            throw;
        }

        await ReviewAsync(pump, cancellationToken);
    }

    private protected async Task ReviewAsync(CommandPump pump, CancellationToken cancellationToken)
    {
        var failed = 0;
        await foreach (var line in Session.GetFullSyncAsync(null, cancellationToken))
        {
            failed += line.Failed;
            pump.Output(line);
        }

        if (failed > 0)
            pump.Warning($"{failed} records failed. Get-BcSyncError names them and the next step for each.");
    }

    /// <summary>Runs the full synchronisation as a job of the shell and emits the job.</summary>
    private protected void RunAsJob(string name, Func<CancellationToken, Task<BcFullSync>> begin)
    {
        var job = new FullSyncJob(Session, MyInvocation.Line, name);
        JobRepository.Add(job);
        job.Begin(begin);
        Streams.Output(job);
    }
}
