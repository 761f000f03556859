namespace BcSalesSync.Contracts;

/// <summary>A table mapping of the admin's own.</summary>
public sealed record NewTableMapping
{
    /// <summary>Entity set in Business Central.</summary>
    public required string BcTable { get; init; }

    /// <summary>Logical table name in Dataverse.</summary>
    public required string SalesTable { get; init; }

    /// <summary>Its name, and settings that differ from the defaults.</summary>
    public required TableMappingChange Settings { get; init; }
}
