using System.Management.Automation;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Commands.Couplings;

/// <summary>Gets couplings, with the results of their last synchronisation.</summary>
[Cmdlet(VerbsCommon.Get, "BcCoupling")]
[OutputType(typeof(BcCoupling))]
public sealed class GetBcCouplingCommand : RecordCommand
{
    /// <summary>Only those that are left alone after repeated failure.</summary>
    [Parameter]
    public SwitchParameter Skipped { get; set; }

    /// <summary>Only those whose last attempt failed.</summary>
    [Parameter]
    public SwitchParameter Failed { get; set; }

    /// <summary>Only those whose record is gone on one side or both; asks both systems.</summary>
    [Parameter]
    public SwitchParameter Broken { get; set; }

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

            var query = row.Query with
            {
                Skipped = Streams.IsOn(nameof(Skipped)),
                Failed = Streams.IsOn(nameof(Failed)),
                Broken = Streams.IsOn(nameof(Broken)),
            };
            RunFor(row.Input, (pump, cancellation) => pump.OutputAsync(Session.GetCouplingsAsync(query, pump, cancellation), cancellation));
        }
    }
}
