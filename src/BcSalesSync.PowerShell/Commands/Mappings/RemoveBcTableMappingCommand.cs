using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;

namespace BcSalesSync.PowerShell.Commands.Mappings;

/// <summary>Removes table mappings; the records stay on both sides.</summary>
[Cmdlet(VerbsCommon.Remove, "BcTableMapping", SupportsShouldProcess = true)]
[OutputType(typeof(BcTableMapping))]
public sealed class RemoveBcTableMappingCommand : ConnectedCommand
{
    /// <summary>Names of table mappings, with wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Mapping", "MappingName", "Table")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MappingNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Removes the couplings of the mapping too; without it a mapping with couplings is kept.</summary>
    [Parameter]
    public SwitchParameter RemoveCouplings { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        var withCouplings = Streams.IsOn(nameof(RemoveCouplings));
        var action = withCouplings ? "Remove table mapping and its couplings" : "Remove table mapping";
        foreach (var name in Name.SelectMany(MappingsOf).Where(name => Streams.ShouldProcess(name, action)))
        {
            RunFor(name, async (pump, cancellation) =>
                pump.Output(await Session.MappingEditor.RemoveTableAsync(name, withCouplings, pump, cancellation)));
        }
    }
}
