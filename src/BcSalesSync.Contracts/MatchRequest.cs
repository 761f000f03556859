namespace BcSalesSync.Contracts;

/// <summary>Asks which records of both sides belong together.</summary>
public sealed record MatchRequest
{
    /// <summary>Name of the mapping.</summary>
    public required string Mapping { get; init; }

    /// <summary>Numbers or codes to report, wildcards allowed; empty for all. Others still take part as rivals for the same row.</summary>
    public IReadOnlyList<string> BcNos { get; init; } = [];

    /// <summary>Fields to match by, named by either side and all together; empty takes the criteria of the mapping.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Whether case counts; null leaves it to the field mappings.</summary>
    public bool? CaseSensitive { get; init; }

    /// <summary>Also report rows of Sales that have no partner.</summary>
    public bool IncludeUnmatchedSales { get; init; }
}
