using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands.FullSync;

/// <summary>A full synchronisation as a job of the shell: Receive-Job gets the review, Stop-Job stops at the next checkpoint.</summary>
internal sealed class FullSyncJob : Job, ISyncObserver
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ISyncSession session;
    private readonly CancellationTokenSource stopping = new();
    private readonly ProgressPace pace = new(TimeProvider.System);

    internal FullSyncJob(ISyncSession session, string command, string name)
        : base(command, name)
    {
        this.session = session;
        PSJobTypeName = "BcFullSync";
    }

    public override string StatusMessage => JobStateInfo.State.ToString();

    public override bool HasMoreData => Output.Count + Error.Count + Progress.Count + Verbose.Count + Warning.Count + Debug.Count > 0;

    public override string Location => session.Connection.Name;

    public override void StopJob()
    {
        SetJobState(JobState.Stopping);
        stopping.Cancel();
        // Stop-Job expects the job to have ended; a run that hangs must not hang the shell as well.
        Finished.WaitOne(Patience);
    }

    internal void Begin(Func<CancellationToken, Task<BcFullSync>> begin)
    {
        SetJobState(JobState.Running);
        _ = Task.Run(() => WorkAsync(begin));
    }

    void ISyncObserver.Verbose(string message) => Verbose.Add(new VerboseRecord(message));

    void ISyncObserver.Debug(string message) => Debug.Add(new DebugRecord(message));

    void ISyncObserver.Warning(string message) => Warning.Add(new WarningRecord(message));

    void ISyncObserver.Progress(BcProgress progress)
    {
        lock (pace)
        {
            if (pace.Admits(progress))
                Progress.Add(ProgressBar.ToRecord(progress));
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            stopping.Dispose();
        base.Dispose(disposing);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever ends the work is the outcome of the job.")]
    private async Task WorkAsync(Func<CancellationToken, Task<BcFullSync>> begin)
    {
        var outcome = JobState.Failed;
        try
        {
            await begin(stopping.Token);
            outcome = await WaitAsync();
            await foreach (var line in session.GetFullSyncAsync(null, CancellationToken.None))
                Output.Add(PSObject.AsPSObject(line));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            outcome = JobState.Stopped;
        }
        catch (SyncException e)
        {
            Error.Add(CommandError.From(e.Error, null, e).ToRecord());
        }
        catch (Exception e)
        {
            Error.Add(new ErrorRecord(e, "BcSync.FullSync.Failed", ErrorCategory.OperationStopped, null));
        }
        finally
        {
            EndBars();
            SetJobState(outcome);
        }
    }

    private void EndBars()
    {
        lock (pace)
        {
            foreach (var bar in pace.Open)
                Progress.Add(ProgressBar.ToRecord(bar with { Completed = true }));
        }
    }

    private async Task<JobState> WaitAsync()
    {
        try
        {
            var run = await session.WaitFullSyncAsync(this, stopping.Token);
            return run.Status == FullSyncStatus.Failed ? JobState.Failed : JobState.Completed;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await session.StopFullSyncAsync(CancellationToken.None);
            await session.WaitFullSyncAsync(this, CancellationToken.None);
            return JobState.Stopped;
        }
    }
}
