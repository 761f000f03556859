using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.OData;

// What a filter's outermost "and" says about one stored column, for the index: the only values it can have, or its limits.
// The filter itself is still evaluated, so a bound may be wider than the condition it came from.
internal sealed record Bound(Column Column)
{
    public IReadOnlyList<object?>? Values { get; init; }

    public object? Low { get; init; }

    public object? High { get; init; }
}
