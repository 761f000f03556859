using System.Management.Automation;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Commands.Mappings;

/// <summary>Changes table mappings; what is not given stays as it is.</summary>
[Cmdlet(VerbsCommon.Set, "BcTableMapping", SupportsShouldProcess = true)]
[OutputType(typeof(BcTableMapping))]
public sealed class SetBcTableMappingCommand : TableSettingsCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (var name in Name.SelectMany(MappingsOf))
        {
            var change = ChangeOf(name);
            if (!Streams.ShouldProcess(name, "Change table mapping"))
                continue;
            RunFor(name, async (pump, cancellation) => pump.Output(await Session.SetTableMappingAsync(change, cancellation)));
        }
    }
}
