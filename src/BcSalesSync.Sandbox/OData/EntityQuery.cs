using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.OData;

// A query made ready to run over one set.
internal sealed record EntityQuery(EntitySet Set)
{
    public Func<Row, bool>? Filter { get; init; }

    public IReadOnlyList<Bound> Bounds { get; init; } = [];

    // Empty means the key order of the table.
    public IReadOnlyList<OrderTerm> Order { get; init; } = [];

    // Null means every property.
    public IReadOnlyList<Property>? Select { get; init; }

    public IReadOnlyList<Expansion> Expand { get; init; } = [];

    public int? Top { get; init; }

    public int Skip { get; init; }

    public bool Count { get; init; }
}
