namespace BcSalesSync.Contracts;

/// <summary>Chooses couplings whose records are compared.</summary>
public sealed record ComparisonQuery
{
    /// <summary>Name of the mapping, or a wildcard; null for all.</summary>
    public string? Mapping { get; init; }

    /// <summary>One record; null for all of the mapping.</summary>
    public RecordSelector? Records { get; init; }

    /// <summary>Leave pairs out that agree.</summary>
    public bool DifferentOnly { get; init; }
}
