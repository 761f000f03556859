using System.Management.Automation;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Commands.Synchronization;

/// <summary>Reads both sides of coupled records anew and compares the mapped fields, whatever was synchronised before.</summary>
[Cmdlet(VerbsData.Compare, "BcSync")]
[OutputType(typeof(BcComparison))]
public sealed class CompareBcSyncCommand : RecordCommand
{
    /// <summary>Leaves pairs out that agree.</summary>
    [Parameter]
    public SwitchParameter DifferentOnly { get; set; }

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

            var query = new ComparisonQuery
            {
                Mapping = row.Mapping,
                Records = row.NamesRecord ? row.Selector : null,
                DifferentOnly = Streams.IsOn(nameof(DifferentOnly)),
            };
            RunFor(row.Input, (pump, cancellation) => pump.OutputAsync(Session.CompareAsync(query, pump, cancellation), cancellation));
        }
    }
}
