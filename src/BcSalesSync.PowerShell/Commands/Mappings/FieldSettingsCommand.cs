using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;

namespace BcSalesSync.PowerShell.Commands.Mappings;

/// <summary>A cmdlet that takes the settings of a row.</summary>
public abstract class FieldSettingsCommand : FieldSelectionCommand
{
    private protected FieldSettingsCommand()
    {
    }

    /// <summary>Directions in which the field travels; all that both sides allow in a new row when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(SyncDirection))]
    public SyncDirection? Direction { get; set; }

    /// <summary>Constant that is written instead of a field; a choice may be given by its label.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? ConstantValue { get; set; }

    /// <summary>Whether the row takes part in runs; $true in a new row when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(bool))]
    public bool? Enabled { get; set; }

    /// <summary>Whether a reference to an uncoupled record empties the field instead of failing the record.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(bool))]
    public bool? ClearOnFailedSync { get; set; }

    /// <summary>Whether an empty reference leaves the other side as it is.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(bool))]
    public bool? NotNull { get; set; }

    /// <summary>Whether Find-BcCouplingMatch and full synchronisations match records by the field; $false in a new row when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(bool))]
    public bool? UseForMatching { get; set; }

    /// <summary>Whether matching tells upper and lower case apart; $false in a new row when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(bool))]
    public bool? CaseSensitive { get; set; }

    /// <summary>Group in which the field is tried when records are matched; group 0, the default, is tried first.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(int))]
    public int? MatchPriority { get; set; }

    /// <summary>Mapping through whose couplings a reference is translated; found out when only one fits.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(MappingNameCompleter))]
    public string? LookupMapping { get; set; }

    /// <summary>
    /// What happens to the value on its way to Sales, and is undone on the way back, for example Trim, 'Substring(0,10)' or 'Map(A=1;B=2)';
    /// an empty list for nothing.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(TransformationCompleter))]
    public string[]? Transformation { get; set; }

    private protected override FieldMappingChange RowOf(string mapping) => base.RowOf(mapping) with
    {
        Direction = Direction,
        ConstantValue = Given(ConstantValue),
        Enabled = Enabled,
        ClearOnFailedSync = ClearOnFailedSync,
        NotNull = NotNull,
        UseForMatching = UseForMatching,
        CaseSensitive = CaseSensitive,
        MatchPriority = MatchPriority,
        LookupMapping = Given(LookupMapping),
        Transformation = Transformation,
    };
}
