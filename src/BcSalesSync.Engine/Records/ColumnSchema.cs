namespace BcSalesSync.Engine.Records;

/// <summary>What is known about one column of a table as this connection offers it.</summary>
public sealed record ColumnSchema
{
    /// <summary>Name by which mappings call it: property name in Business Central, logical attribute name in Dataverse.</summary>
    public required string Name { get; init; }

    /// <summary>What it holds.</summary>
    public required FieldKind Kind { get; init; }

    /// <summary>Longest text it takes, in characters; null when it has no limit of its own.</summary>
    public int? MaxLength { get; init; }

    /// <summary>True when a value may be given on create.</summary>
    public bool CanCreate { get; init; } = true;

    /// <summary>True when the value may be changed later.</summary>
    public bool CanUpdate { get; init; } = true;

    /// <summary>Tables a reference may point to; empty for other kinds.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Values of a choice; empty for other kinds.</summary>
    public IReadOnlyList<OptionChoice> Choices { get; init; } = [];
}
