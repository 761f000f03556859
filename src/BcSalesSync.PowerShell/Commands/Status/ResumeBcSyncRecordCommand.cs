using System.Management.Automation;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Commands.Status;

/// <summary>Takes records up again with the next run: pairs that are skipped, and records that failed before they had a partner.</summary>
[Cmdlet(VerbsLifecycle.Resume, "BcSyncRecord", SupportsShouldProcess = true)]
[OutputType(typeof(BcCoupling))]
public sealed class ResumeBcSyncRecordCommand : RecordCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (var row in ReadRows().Select(RequireRecord))
        {
            if (row.Error is not null)
            {
                Streams.Error(row.Error);
                continue;
            }

            var target = row.NamesRecord ? row.Description : $"all records of {row.Mapping ?? "all mappings"}";
            if (!Streams.ShouldProcess(target, "Take up again"))
                continue;
            RunFor(row.Input, (pump, cancellation) => pump.OutputAsync(Session.ResumeRecordsAsync(row.Query, cancellation), cancellation));
        }
    }
}
