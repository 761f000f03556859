using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;

namespace BcSalesSync.PowerShell.Commands.FullSync;

/// <summary>Gets the review of the full synchronisation: recommendations before, progress during, results after it.</summary>
[Cmdlet(VerbsCommon.Get, "BcFullSync")]
[OutputType(typeof(BcFullSyncLine))]
public sealed class GetBcFullSyncCommand : FullSyncCommand
{
    /// <summary>Names of table mappings; all when not given.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("MappingName", "Table", "Name")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MappingNameCompleter))]
    public string[]? Mapping { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (var mapping in Mapping ?? [null!])
            RunFor(mapping, (pump, cancellation) => pump.OutputAsync(Session.GetFullSyncAsync(mapping, cancellation), cancellation));
    }
}
