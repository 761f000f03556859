namespace BcSalesSync.Engine.Records;

/// <summary>What is known about a table as this connection offers it.</summary>
public sealed record TableSchema
{
    /// <summary>Entity set in Business Central, logical name in Dataverse.</summary>
    public required string Name { get; init; }

    /// <summary>Columns by name; names compare exactly.</summary>
    public required IReadOnlyDictionary<string, ColumnSchema> Columns { get; init; }

    /// <summary>Column with the number or code people know a record by; null when the table has none.</summary>
    public string? NumberColumn { get; init; }

    /// <summary>Column with the name people know a record by; null when the table has none.</summary>
    public string? NameColumn { get; init; }

    /// <summary>True when a create may choose the id, which makes it safe to repeat.</summary>
    public bool AcceptsClientIds { get; init; }

    /// <summary>
    /// True when writing to the table changes how the system is set up for everybody, such as the options of a choice: that is done only
    /// where an admin has allowed it.
    /// </summary>
    public bool IsSetUp { get; init; }
}
