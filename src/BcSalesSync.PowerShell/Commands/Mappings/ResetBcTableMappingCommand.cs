using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;

namespace BcSalesSync.PowerShell.Commands.Mappings;

/// <summary>Gives default mappings their default settings and fields back; couplings stay.</summary>
[Cmdlet(VerbsCommon.Reset, "BcTableMapping", SupportsShouldProcess = true)]
[OutputType(typeof(BcTableMapping))]
public sealed class ResetBcTableMappingCommand : ConnectedCommand
{
    /// <summary>Names of default mappings, with wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Mapping", "MappingName", "Table")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MappingNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (var name in Name.SelectMany(MappingsOf).Where(name => Streams.ShouldProcess(name, "Replace by default mapping")))
            RunFor(name, async (pump, cancellation) => pump.Output(await Session.MappingEditor.ResetTableAsync(name, cancellation)));
    }
}
