using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands.FullSync;

/// <summary>A cmdlet of the full synchronisation.</summary>
public abstract class FullSyncCommand : ConnectedCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

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
            await WaitForCheckpointAsync(pump);
            throw;
        }

        await ReviewAsync(pump, cancellationToken);
    }

    // A shell that ends with its command would otherwise cut the run off in the middle of a batch; one that hangs must not hang the shell.
    private async Task WaitForCheckpointAsync(CommandPump pump)
    {
        using var patience = new CancellationTokenSource(Patience, Clock);
        try
        {
            await Session.WaitFullSyncAsync(pump, patience.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            pump.Warning("The run has not reached its next checkpoint yet. Resume-BcFullSync goes on with it in any case.");
        }
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
