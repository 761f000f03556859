using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;

namespace BcSalesSync.PowerShell.Commands.Mappings;

/// <summary>Gets table mappings, in the order of their dependencies.</summary>
[Cmdlet(VerbsCommon.Get, "BcTableMapping")]
[OutputType(typeof(BcTableMapping))]
public sealed class GetBcTableMappingCommand : ConnectedCommand
{
    /// <summary>Names of table mappings; all when not given.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Mapping", "MappingName", "Table")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MappingNameCompleter))]
    public string[]? Name { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (var name in Name ?? [null!])
        {
            RunFor(name, (pump, cancellation) =>
                pump.OutputAsync(Session.GetTableMappingsAsync(name, cancellation), cancellation));
        }
    }
}
