using BcSalesSync.Sandbox.Store;
using Microsoft.OData.UriParser;

namespace BcSalesSync.Sandbox.OData;

// Where the two systems read the same filter differently.
internal sealed record FilterDialect(StringComparison TextComparison)
{
    // Compiles a function the OData standard does not know; null when the system does not know it either.
    public Func<SingleValueFunctionCallNode, EntitySet, Func<Row, bool>?>? CustomFunction { get; init; }

    // The bound such a function puts on a column, when an index can serve it.
    public Func<SingleValueFunctionCallNode, EntitySet, Bound?>? CustomBound { get; init; }

    // A property of the row a navigation property leads to, by navigation and property name; null when there is none.
    public Func<string, string, EntitySet, Property?>? ForeignProperty { get; init; }
}
