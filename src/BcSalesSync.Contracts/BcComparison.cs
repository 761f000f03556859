namespace BcSalesSync.Contracts;

/// <summary>How the two records of a coupling compare right now, whatever was synchronised before.</summary>
public sealed record BcComparison
{
    /// <summary>
    /// = all mapped fields agree, * some differ, - the row in Sales is gone, + the record in Business Central is gone,
    /// ! the two cannot be compared.
    /// </summary>
    public required string Symbol { get; init; }

    /// <summary>Name of the table mapping.</summary>
    public required string Mapping { get; init; }

    /// <summary>SystemId in Business Central.</summary>
    public Guid BcId { get; init; }

    /// <summary>Number or code in Business Central; null when unknown.</summary>
    public string? BcNo { get; init; }

    /// <summary>Id of the row in Sales.</summary>
    public Guid SalesId { get; init; }

    /// <summary>Primary name of the row in Sales; null when unknown.</summary>
    public string? SalesName { get; init; }

    /// <summary>Fields that differ, or that cannot be compared; empty when there are none.</summary>
    public IReadOnlyList<BcDifference> Differences { get; init; } = [];
}
