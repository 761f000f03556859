namespace BcSalesSync.Contracts;

/// <summary>Names a record by either side; at least one member is given.</summary>
public sealed record RecordSelector
{
    /// <summary>SystemId.</summary>
    public Guid? BcId { get; init; }

    /// <summary>Number or code.</summary>
    public string? BcNo { get; init; }

    /// <summary>Row id.</summary>
    public Guid? SalesId { get; init; }

    /// <summary>Primary name of the row.</summary>
    public string? SalesName { get; init; }
}
