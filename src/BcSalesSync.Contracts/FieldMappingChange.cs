namespace BcSalesSync.Contracts;

/// <summary>
/// A new row of a table mapping, or a change of one. The fields say which row is meant; other members that are null stay as they are, or
/// have their defaults in a new row.
/// </summary>
public sealed record FieldMappingChange
{
    /// <summary>Name of the table mapping.</summary>
    public required string Mapping { get; init; }

    /// <summary>Field in Business Central; null when a constant is sent to Sales.</summary>
    public string? BcField { get; init; }

    /// <summary>Column in Sales; null when a constant is sent to Business Central.</summary>
    public string? SalesField { get; init; }

    /// <summary>Directions; a new row takes those of its table mapping that the columns allow.</summary>
    public SyncDirection? Direction { get; init; }

    /// <summary>Constant; a choice of Sales may be given by its label.</summary>
    public string? ConstantValue { get; init; }

    /// <summary>Take part.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Empty an uncoupled reference.</summary>
    public bool? ClearOnFailedSync { get; init; }

    /// <summary>Leave the destination when a reference is empty.</summary>
    public bool? NotNull { get; init; }

    /// <summary>Criterion of matching.</summary>
    public bool? UseForMatching { get; init; }

    /// <summary>Matching respects case.</summary>
    public bool? CaseSensitive { get; init; }

    /// <summary>Group of the criterion.</summary>
    public int? MatchPriority { get; init; }

    /// <summary>Mapping through which a reference is translated; found out when only one fits.</summary>
    public string? LookupMapping { get; init; }

    /// <summary>Transformations, one after the other; an empty list takes them away.</summary>
    public IReadOnlyList<string>? Transformation { get; init; }
}
