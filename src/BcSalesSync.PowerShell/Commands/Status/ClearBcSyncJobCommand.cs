using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;

namespace BcSalesSync.PowerShell.Commands.Status;

/// <summary>Removes finished jobs, their errors and the values they wrote over from the log; those that skipped couplings refer to stay.</summary>
[Cmdlet(VerbsCommon.Clear, "BcSyncJob", SupportsShouldProcess = true)]
[OutputType(typeof(BcClearedJobs))]
public sealed class ClearBcSyncJobCommand : ConnectedCommand
{
    /// <summary>Jobs that ended before this time go; local time unless it says otherwise.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public DateTimeOffset OlderThan { get; set; }

    /// <summary>Names of table mappings; all of them when not given.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("MappingName", "Table", "Name")]
    [ArgumentCompleter(typeof(MappingNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Mapping { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (var mapping in Mapping ?? [null!])
            RunFor(mapping, ClearOrPreview(new JobClearing(OlderThan.ToUniversalTime(), mapping)));
    }

    private Func<Output.CommandPump, CancellationToken, Task> ClearOrPreview(JobClearing clearing)
    {
        var counts = new BcClearedJobs();
        RunFor(clearing.Mapping, async (_, cancellation) => counts = await Session.PreviewClearJobsAsync(clearing, cancellation));
        var action = $"Remove {counts.Jobs} jobs, {counts.Errors} errors and {counts.OverwrittenValues} values written over from the log "
            + $"({counts.Kept} jobs stay for skipped couplings)";
        return Streams.ShouldProcess(clearing.Mapping ?? "all mappings", action)
            ? async (pump, cancellation) => pump.Output(await Session.ClearJobsAsync(clearing, cancellation))
            : (_, _) => Task.CompletedTask;
    }
}
