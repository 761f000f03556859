using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Dataverse.Metadata;

/// <summary>A column of a table: what the engine may know of it and how the wire calls it.</summary>
internal sealed record AttributeDefinition
{
    /// <summary>The column as the engine sees it.</summary>
    internal required ColumnSchema Column { get; init; }

    /// <summary>Name in <c>$select</c>, <c>$filter</c> and answers.</summary>
    internal required string WireName { get; init; }

    /// <summary>Type as Dataverse calls it, which tells numbers apart; null when it was not described.</summary>
    internal string? Type { get; init; }

    /// <summary>False when reads may not ask for it.</summary>
    internal bool CanRead { get; init; } = true;
}
