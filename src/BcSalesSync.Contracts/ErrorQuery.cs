namespace BcSalesSync.Contracts;

/// <summary>Selects logged errors; newest first.</summary>
public sealed record ErrorQuery
{
    /// <summary>Name or wildcard.</summary>
    public string? Mapping { get; init; }

    /// <summary>Errors of one job.</summary>
    public Guid? JobId { get; init; }

    /// <summary>At most so many.</summary>
    public int? Last { get; init; }
}
