namespace BcSalesSync.Engine.Records.Filters;

/// <summary>Two or more parts joined by "and", or by "or".</summary>
/// <param name="IsAnd">True for "and".</param>
/// <param name="Parts">The parts; none of them is a group of the same kind.</param>
internal sealed record FilterGroupNode(bool IsAnd, IReadOnlyList<FilterNode> Parts) : FilterNode;
