using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;

namespace BcSalesSync.PowerShell.Commands.Status;

/// <summary>Gets how the mappings stand, one line each.</summary>
[Cmdlet(VerbsCommon.Get, "BcSyncStatus")]
[OutputType(typeof(BcSyncStatus))]
public sealed class GetBcSyncStatusCommand : ConnectedCommand
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
            RunFor(mapping, (pump, cancellation) => pump.OutputAsync(Session.GetStatusAsync(mapping, cancellation), cancellation));
    }
}
