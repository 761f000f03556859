namespace BcSalesSync.Contracts;

/// <summary>Selects values that were written over; newest first.</summary>
public sealed record OverwrittenValueQuery
{
    /// <summary>Name or wildcard.</summary>
    public string? Mapping { get; init; }

    /// <summary>Those of one job.</summary>
    public Guid? JobId { get; init; }

    /// <summary>At most so many.</summary>
    public int? Last { get; init; }
}
