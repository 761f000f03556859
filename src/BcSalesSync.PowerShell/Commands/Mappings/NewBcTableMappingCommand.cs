using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;

namespace BcSalesSync.PowerShell.Commands.Mappings;

/// <summary>Sets up a mapping of two tables of your own choice; New-BcFieldMapping adds its fields.</summary>
[Cmdlet(VerbsCommon.New, "BcTableMapping", SupportsShouldProcess = true)]
[OutputType(typeof(BcTableMapping))]
public sealed class NewBcTableMappingCommand : TableSettingsCommand
{
    /// <summary>Entity set in Business Central, of API v2.0 or the companion app.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TableNameCompleter))]
    public string BcTable { get; set; } = string.Empty;

    /// <summary>Logical name of the table in Sales.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TableNameCompleter))]
    public string SalesTable { get; set; } = string.Empty;

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (var name in Name)
        {
            var mapping = new NewTableMapping { BcTable = BcTable, SalesTable = SalesTable, Settings = ChangeOf(name) };
            if (!Streams.ShouldProcess($"{name} ({BcTable}, {SalesTable})", "Create table mapping"))
                continue;
            RunFor(name, async (pump, cancellation) => pump.Output(await Session.MappingEditor.NewTableAsync(mapping, cancellation)));
        }
    }
}
