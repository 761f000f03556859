namespace BcSalesSync.Contracts;

/// <summary>A change of a table mapping; members that are null stay as they are.</summary>
public sealed record TableMappingChange
{
    /// <summary>Name of the mapping.</summary>
    public required string Name { get; init; }

    /// <summary>Directions.</summary>
    public SyncDirection? Direction { get; init; }

    /// <summary>Only coupled records.</summary>
    public bool? SyncOnlyCoupled { get; init; }

    /// <summary>Rule for clashing edits.</summary>
    public UpdateConflictPolicy? UpdateConflict { get; init; }

    /// <summary>Width of a conflict.</summary>
    public ConflictScope? ConflictScope { get; init; }

    /// <summary>Rule for counterparts that are gone.</summary>
    public DeletionConflictPolicy? DeletionConflict { get; init; }

    /// <summary>Condition in Business Central.</summary>
    public string? BcFilter { get; init; }

    /// <summary>Condition in Sales.</summary>
    public string? SalesFilter { get; init; }

    /// <summary>Minutes between runs.</summary>
    public int? IntervalMinutes { get; init; }

    /// <summary>Minutes after an idle run.</summary>
    public int? IdleMinutes { get; init; }

    /// <summary>Take part in runs.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Mappings that come first.</summary>
    public IReadOnlyList<string>? DependsOn { get; init; }

    /// <summary>Field in Business Central with the number people know a record by; empty for the usual one.</summary>
    public string? BcNumberField { get; init; }

    /// <summary>Field in Business Central with the name people know a record by; empty for the usual one.</summary>
    public string? BcNameField { get; init; }

    /// <summary>Column in Sales with the name people know a row by; empty for the usual one.</summary>
    public string? SalesNameField { get; init; }

    /// <summary>Values for records that are being created; an empty list for none.</summary>
    public IReadOnlyList<BcCreationTemplate>? Templates { get; init; }
}
