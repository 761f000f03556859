using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;

namespace BcSalesSync.PowerShell.Commands.Status;

/// <summary>Gets the log of jobs, newest first.</summary>
[Cmdlet(VerbsCommon.Get, "BcSyncJob")]
[OutputType(typeof(BcSyncJob))]
public sealed class GetBcSyncJobCommand : LogCommand
{
    /// <summary>Only jobs that started at or after this time; local time unless it says otherwise.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public DateTimeOffset? Since { get; set; }

    /// <summary>Id of one job, a GUID.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("JobId")]
    [ArgumentCompleter(typeof(JobIdCompleter))]
    public string? Id { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (!TryReadId(Id, nameof(Id), out var id))
            return;
        foreach (var mapping in Mapping ?? [null!])
        {
            var query = new JobQuery { Id = id, Mapping = mapping, Last = Last, Since = Since };
            RunFor(mapping, (pump, cancellation) => pump.OutputAsync(Session.GetJobsAsync(query, cancellation), cancellation));
        }
    }
}
