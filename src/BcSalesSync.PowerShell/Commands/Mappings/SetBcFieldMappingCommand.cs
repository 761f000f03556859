using System.Management.Automation;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Commands.Mappings;

/// <summary>Changes pairs of fields of table mappings; what is not given stays as it is.</summary>
[Cmdlet(VerbsCommon.Set, "BcFieldMapping", SupportsShouldProcess = true)]
[OutputType(typeof(BcFieldMapping))]
public sealed class SetBcFieldMappingCommand : FieldSettingsCommand
{
    private protected override string Action => "Change field mapping";

    private protected override Task<BcFieldMapping> EditAsync(
        IMappingEditor editor, FieldMappingChange row, CancellationToken cancellationToken) => editor.SetFieldAsync(row, cancellationToken);
}
