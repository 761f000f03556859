using System.Management.Automation;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Commands.Mappings;

/// <summary>Removes pairs of fields, or constants, from table mappings; values that were synchronised stay.</summary>
[Cmdlet(VerbsCommon.Remove, "BcFieldMapping", SupportsShouldProcess = true)]
[OutputType(typeof(BcFieldMapping))]
public sealed class RemoveBcFieldMappingCommand : FieldSelectionCommand
{
    private protected override string Action => "Remove field mapping";

    private protected override Task<BcFieldMapping> EditAsync(
        IMappingEditor editor, FieldMappingChange row, CancellationToken cancellationToken) =>
        editor.RemoveFieldAsync(row, cancellationToken);
}
