using System.Management.Automation;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Commands.Status;

/// <summary>Gets logged errors with their next steps, newest first.</summary>
[Cmdlet(VerbsCommon.Get, "BcSyncError")]
[OutputType(typeof(BcSyncError))]
public sealed class GetBcSyncErrorCommand : LogCommand
{
    /// <summary>Id of the job that logged them.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    public string? JobId { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (!TryReadId(JobId, nameof(JobId), out var job))
            return;
        foreach (var mapping in Mapping ?? [null!])
        {
            var query = new ErrorQuery { Mapping = mapping, JobId = job, Last = Last };
            RunFor(mapping, (pump, cancellation) => pump.OutputAsync(Session.GetErrorsAsync(query, cancellation), cancellation));
        }
    }
}
