using System.Management.Automation;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Commands.Status;

/// <summary>Gets values that people had set and that a synchronisation wrote over because the other side won, newest first.</summary>
[Cmdlet(VerbsCommon.Get, "BcOverwrittenValue")]
[OutputType(typeof(BcOverwrittenValue))]
public sealed class GetBcOverwrittenValueCommand : LogCommand
{
    /// <summary>Id of the job that wrote over them.</summary>
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
            var query = new OverwrittenValueQuery { Mapping = mapping, JobId = job, Last = Last };
            RunFor(mapping, (pump, cancellation) => pump.OutputAsync(Session.GetOverwrittenValuesAsync(query, cancellation), cancellation));
        }
    }
}
