namespace BcSalesSync.Contracts;

/// <summary>A pair of tables and the rules by which they are kept in step (spec/mappings.md 1).</summary>
public sealed record BcTableMapping
{
    /// <summary>Name, for example CUSTOMER.</summary>
    public required string Name { get; init; }

    /// <summary>Entity set in Business Central.</summary>
    public required string BcTable { get; init; }

    /// <summary>Logical table name in Dataverse.</summary>
    public required string SalesTable { get; init; }

    /// <summary>Directions in which the mapping works.</summary>
    public required SyncDirection Direction { get; init; }

    /// <summary>True when runs never create counterparts of uncoupled records.</summary>
    public bool SyncOnlyCoupled { get; init; }

    /// <summary>Condition on the Business Central side; empty for all.</summary>
    public required string BcFilter { get; init; }

    /// <summary>Condition on the Sales side; empty for all.</summary>
    public required string SalesFilter { get; init; }

    /// <summary>Mappings that come first.</summary>
    public required IReadOnlyList<string> DependsOn { get; init; }

    /// <summary>Rule for clashing edits.</summary>
    public required UpdateConflictPolicy UpdateConflict { get; init; }

    /// <summary>Field by field, or the whole record.</summary>
    public required ConflictScope ConflictScope { get; init; }

    /// <summary>Rule for counterparts that are gone.</summary>
    public required DeletionConflictPolicy DeletionConflict { get; init; }

    /// <summary>Minutes between scheduled runs; 0 for none.</summary>
    public int IntervalMinutes { get; init; }

    /// <summary>Minutes to the next run after one that found nothing; 0 for none.</summary>
    public int IdleMinutes { get; init; }

    /// <summary>False leaves the mapping out of runs.</summary>
    public bool Enabled { get; init; }

    /// <summary>Field in Business Central with the number people know a record by; null for the usual one.</summary>
    public string? BcNumberField { get; init; }

    /// <summary>Field in Business Central with the name people know a record by; null for the usual one.</summary>
    public string? BcNameField { get; init; }

    /// <summary>Column in Sales with the name people know a row by; null for the usual one.</summary>
    public string? SalesNameField { get; init; }

    /// <summary>Values for records that are being created.</summary>
    public IReadOnlyList<BcCreationTemplate> Templates { get; init; } = [];
}
