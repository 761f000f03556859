using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;

namespace BcSalesSync.PowerShell.Commands.Mappings;

/// <summary>A cmdlet that takes the settings of table mappings.</summary>
public abstract class TableSettingsCommand : ConnectedCommand
{
    private protected TableSettingsCommand()
    {
    }

    /// <summary>Names of table mappings, such as CUSTOMER; those to change may be given with wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Mapping", "MappingName", "Table")]
    [ArgumentCompleter(typeof(MappingNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Directions in which the mapping works; a new one works both ways when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(SyncDirection))]
    public SyncDirection? Direction { get; set; }

    /// <summary>Whether runs leave uncoupled records alone; $true in a new mapping when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(bool))]
    public bool? SyncOnlyCoupled { get; set; }

    /// <summary>Rule for the same field changed differently on both sides; Fail in a new mapping when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(UpdateConflictPolicy))]
    public UpdateConflictPolicy? UpdateConflict { get; set; }

    /// <summary>Whether a conflict is looked for field by field or in the whole record; Field in a new mapping when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(ConflictScope))]
    public ConflictScope? ConflictScope { get; set; }

    /// <summary>Rule for counterparts that are gone; Fail in a new mapping when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(DeletionConflictPolicy))]
    public DeletionConflictPolicy? DeletionConflict { get; set; }

    /// <summary>Condition on records of Business Central, in OData or as in its table views; empty for all.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? BcFilter { get; set; }

    /// <summary>Condition on rows of Sales, in OData; empty for all.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? SalesFilter { get; set; }

    /// <summary>Whether pairs that matching has coupled are synchronised at once.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(bool))]
    public bool? SyncAfterCoupling { get; set; }

    /// <summary>Whether records that match nothing are created in Sales.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(bool))]
    public bool? CreateNewIfNoMatch { get; set; }

    /// <summary>Minutes between runs; 0 for none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(int))]
    public int? IntervalMinutes { get; set; }

    /// <summary>Minutes to the next run after one that found nothing; 0 for none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(int))]
    public int? IdleMinutes { get; set; }

    /// <summary>Whether the mapping takes part in runs; $true in a new mapping when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(bool))]
    public bool? Enabled { get; set; }

    /// <summary>Names of the mappings that are synchronised before this one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(MappingNameCompleter))]
    public string[]? DependsOn { get; set; }

    /// <summary>Field in Business Central with the number people know a record by; empty for the usual one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ColumnNameCompleter))]
    public string? BcNumberField { get; set; }

    /// <summary>Field in Business Central with the name people know a record by; empty for the usual one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ColumnNameCompleter))]
    public string? BcNameField { get; set; }

    /// <summary>Column in Sales with the name people know a row by; empty for the usual one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ColumnNameCompleter))]
    public string? SalesNameField { get; set; }

    /// <summary>
    /// Values for records that are being created, for example @{ Direction = 'ToBusinessCentral'; Filter = "fax ne null"; Values = @{ city =
    /// 'London' } }; an empty list for none.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyCollection]
    public BcCreationTemplate[]? Template { get; set; }

    private protected TableMappingChange ChangeOf(string name) => new()
    {
        Name = name,
        Direction = Direction,
        SyncOnlyCoupled = SyncOnlyCoupled,
        UpdateConflict = UpdateConflict,
        ConflictScope = ConflictScope,
        DeletionConflict = DeletionConflict,
        BcFilter = BcFilter,
        SalesFilter = SalesFilter,
        SyncAfterCoupling = SyncAfterCoupling,
        CreateNewIfNoMatch = CreateNewIfNoMatch,
        IntervalMinutes = IntervalMinutes,
        IdleMinutes = IdleMinutes,
        Enabled = Enabled,
        DependsOn = DependsOn,
        Templates = Template,
        BcNumberField = BcNumberField,
        BcNameField = BcNameField,
        SalesNameField = SalesNameField,
    };
}
