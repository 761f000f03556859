namespace BcSalesSync.Contracts;

/// <summary>A row of Sales that fits a record.</summary>
public sealed record BcMatchCandidate
{
    /// <summary>Primary key of the row.</summary>
    public required Guid SalesId { get; init; }

    /// <summary>Primary name.</summary>
    public string? SalesName { get; init; }

    /// <summary>Number or id of the record the row is coupled to; null when it is free.</summary>
    public string? CoupledTo { get; init; }

    /// <summary>The candidate in a few words.</summary>
    public override string ToString() =>
        (SalesName is null ? SalesId.ToString() : $"{SalesName} ({SalesId})")
            + (CoupledTo is null ? string.Empty : $", coupled to {CoupledTo}");
}
