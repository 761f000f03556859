namespace BcSalesSync.Engine.Mappings;

/// <summary>A state of rows of Sales that an action leads to and no write does, such as that of fulfilled orders (spec/documents.md 2.4).</summary>
public sealed record RowAction
{
    /// <summary>Number of the state.</summary>
    public required int State { get; init; }

    /// <summary>Name of the action.</summary>
    public required string Name { get; init; }

    /// <summary>Number of the state from which the action leads there.</summary>
    public required int FromState { get; init; }

    /// <summary>Reason that goes with it.</summary>
    public required int FromStatus { get; init; }
}
