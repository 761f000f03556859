namespace BcSalesSync.Engine.Mappings;

/// <summary>
/// What the records of a child mapping belong to, such as price list lines to their list. Parents that are named take their children along
/// (spec/engine.md 2.5), and a child comes with its parent: it is passed over until that is coupled.
/// </summary>
public sealed record MappingParent
{
    /// <summary>Name of the mapping of the parents.</summary>
    public required string Mapping { get; init; }

    /// <summary>Field of the children in Business Central with the id of the parent.</summary>
    public required string BcField { get; init; }

    /// <summary>
    /// Column of the children in Sales with the parent's row, where they are parts of it, such as the lines of an order: they are read, compared
    /// and written along with it, as one unit, and never on their own. Null for records of their own.
    /// </summary>
    public string? SalesField { get; init; }

    /// <summary>Values of the children follow from their parent's, so that a change of the parent concerns them too.</summary>
    public bool FollowsChanges { get; init; }
}
