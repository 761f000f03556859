namespace BcSalesSync.Contracts;

/// <summary>A pair of fields within a table mapping (spec/mappings.md 2).</summary>
public sealed record BcFieldMapping
{
    /// <summary>Name of the table mapping.</summary>
    public required string Mapping { get; init; }

    /// <summary>Field in Business Central; null when a constant is sent to Sales.</summary>
    public string? BcField { get; init; }

    /// <summary>Column in Sales; null when a constant is sent to Business Central.</summary>
    public string? SalesField { get; init; }

    /// <summary>Directions in which the field travels.</summary>
    public required SyncDirection Direction { get; init; }

    /// <summary>Constant that is written instead of a source field.</summary>
    public string? ConstantValue { get; init; }

    /// <summary>False leaves the row out.</summary>
    public bool Enabled { get; init; }

    /// <summary>An uncoupled reference empties the field instead of failing the record.</summary>
    public bool ClearOnFailedSync { get; init; }

    /// <summary>An empty reference leaves the destination as it is.</summary>
    public bool NotNull { get; init; }

    /// <summary>Criterion of match-based coupling.</summary>
    public bool UseForMatching { get; init; }

    /// <summary>Matching respects case.</summary>
    public bool CaseSensitive { get; init; }

    /// <summary>Group in which the criterion is tried, ascending.</summary>
    public int MatchPriority { get; init; }

    /// <summary>Mapping through whose couplings the reference is translated; null when the field is no reference.</summary>
    public string? LookupMapping { get; init; }

    /// <summary>What happens to the value on its way, one after the other; empty when it travels as it is.</summary>
    public IReadOnlyList<string> Transformation { get; init; } = [];

    /// <summary>Set by the engine itself and not to be edited.</summary>
    public bool BuiltIn { get; init; }

    /// <summary>Why this connection cannot serve the row; null when it can.</summary>
    public string? Unavailable { get; init; }
}
