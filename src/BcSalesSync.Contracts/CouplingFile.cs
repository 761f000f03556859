namespace BcSalesSync.Contracts;

/// <summary>A CSV file of couplings.</summary>
public sealed record CouplingFile
{
    /// <summary>Full path.</summary>
    public required string Path { get; init; }

    /// <summary>Mapping for rows that name none; null when every row names its own.</summary>
    public string? Mapping { get; init; }

    /// <summary>Column separator; null to detect it.</summary>
    public string? Delimiter { get; init; }

    /// <summary>Culture name for values; null for invariant.</summary>
    public string? Culture { get; init; }
}
