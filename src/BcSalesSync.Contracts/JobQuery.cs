namespace BcSalesSync.Contracts;

/// <summary>Selects jobs of the log; newest first.</summary>
public sealed record JobQuery
{
    /// <summary>One job.</summary>
    public Guid? Id { get; init; }

    /// <summary>Name or wildcard.</summary>
    public string? Mapping { get; init; }

    /// <summary>At most so many.</summary>
    public int? Last { get; init; }

    /// <summary>Started at or after.</summary>
    public DateTimeOffset? Since { get; init; }
}
