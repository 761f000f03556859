using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Dataverse.Metadata;

/// <summary>A column of a table: what the engine may know of it and how the wire calls it.</summary>
internal sealed record AttributeDefinition
{
    /// <summary>The column as the engine sees it.</summary>
    internal required ColumnSchema Column { get; init; }

    /// <summary>Name in <c>$select</c>, <c>$filter</c> and answers; that of the lookup for a column which only tells a lookup's table.</summary>
    internal required string WireName { get; init; }

    /// <summary>The lookup whose table this column tells (`parentcustomeridtype`); null for other columns. Such a column is never on the wire.</summary>
    internal string? TypeOf { get; init; }

    /// <summary>False when reads may not ask for it.</summary>
    internal bool CanRead { get; init; } = true;
}
