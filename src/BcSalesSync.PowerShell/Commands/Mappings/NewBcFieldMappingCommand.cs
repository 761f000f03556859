using System.Management.Automation;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Commands.Mappings;

/// <summary>Adds a pair of fields, or a constant, to table mappings.</summary>
[Cmdlet(VerbsCommon.New, "BcFieldMapping", SupportsShouldProcess = true)]
[OutputType(typeof(BcFieldMapping))]
public sealed class NewBcFieldMappingCommand : FieldSettingsCommand
{
    private protected override string Action => "Add field mapping";

    private protected override Task<BcFieldMapping> EditAsync(
        IMappingEditor editor, FieldMappingChange row, CancellationToken cancellationToken) => editor.NewFieldAsync(row, cancellationToken);
}
