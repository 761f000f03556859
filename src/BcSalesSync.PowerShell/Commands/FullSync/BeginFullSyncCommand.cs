using System.Management.Automation;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Commands.FullSync;

/// <summary>A cmdlet that sets a full synchronisation going: in the background, watched, or as a job of the shell.</summary>
public abstract class BeginFullSyncCommand : FullSyncCommand
{
    private protected const string BackgroundSet = "Background";
    private const string WaitSet = "Wait";
    private const string JobSet = "Job";

    private protected BeginFullSyncCommand()
    {
    }

    /// <summary>
    /// Time after which the run stops at a checkpoint, to be resumed later, such as 02:00:00 for two hours; no limit when not given.
    /// </summary>
    [Parameter]
    [TimeBudget]
    public TimeSpan? TimeBudget { get; set; }

    /// <summary>Shows progress until the end, and ends with the review.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WaitSet)]
    public SwitchParameter Wait { get; set; }

    /// <summary>Runs as a job of the shell: Receive-Job gets the review, Stop-Job stops at a checkpoint.</summary>
    [Parameter(Mandatory = true, ParameterSetName = JobSet)]
    public SwitchParameter AsJob { get; set; }

    private protected void BeginRun(Func<CancellationToken, Task<BcFullSync>> begin)
    {
        if (Streams.IsOn(nameof(AsJob)))
            RunAsJob("Full synchronisation", begin);
        else if (Streams.IsOn(nameof(Wait)))
            Run(async (pump, cancellation) =>
            {
                await begin(cancellation);
                await WaitAndReviewAsync(pump, stopsRun: true, cancellation);
            });
        else
            Run(async (pump, cancellation) => pump.Output(await begin(cancellation)));
    }
}
