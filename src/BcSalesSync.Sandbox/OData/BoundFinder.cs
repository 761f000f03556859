using BcSalesSync.Sandbox.Tables;
using Microsoft.OData.UriParser;

namespace BcSalesSync.Sandbox.OData;

// Reads from a filter which stored columns an index can narrow.
internal sealed class BoundFinder(EntitySet set, FilterDialect dialect)
{
    public IReadOnlyList<Bound> Find(SingleValueNode filter)
    {
        var bounds = new Dictionary<Column, Bound>();
        foreach (var condition in Conjuncts(filter))
        {
            if (BoundOf(condition) is { } bound)
            {
                bounds[bound.Column] = bounds.TryGetValue(bound.Column, out var known) ? Narrow(known, bound) : bound;
            }
        }

        return [.. bounds.Values];
    }

    private static Bound Narrow(Bound known, Bound next) => known with
    {
        Values = known.Values ?? next.Values,
        Low = known.Low ?? next.Low,
        High = known.High ?? next.High,
    };

    private static IEnumerable<SingleValueNode> Conjuncts(SingleValueNode node)
    {
        node = Unwrap(node);
        return node is BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And } and
            ? Conjuncts(and.Left).Concat(Conjuncts(and.Right))
            : [node];
    }

    private static SingleValueNode Unwrap(SingleValueNode node) => node is ConvertNode convert ? Unwrap(convert.Source) : node;

    private Bound? BoundOf(SingleValueNode node)
    {
        node = Unwrap(node);
        return node switch
        {
            BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Or } or => Either(or),
            BinaryOperatorNode comparison => Comparison(comparison),
            InNode { Right: CollectionConstantNode list } inNode when ColumnOf(inNode.Left) is { } column =>
                new Bound(column) { Values = [.. list.Collection.Select(item => LiteralValue.As(column.Type, item.Value))] },
            SingleValueFunctionCallNode call => dialect.CustomBound?.Invoke(call, set),
            _ => null,
        };
    }

    private Bound? Either(BinaryOperatorNode or)
    {
        // A long chain of "or" leans to the left, one level for each id: walked with a stack, not by recursion.
        var parts = new Stack<SingleValueNode>([or]);
        var values = new List<object?>();
        Column? column = null;
        while (parts.TryPop(out var part))
        {
            part = Unwrap(part);
            if (part is BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Or } inner)
            {
                parts.Push(inner.Left);
                parts.Push(inner.Right);
                continue;
            }

            if (BoundOf(part) is not { Values: { } found } bound || (column is not null && column != bound.Column))
            {
                return null;
            }

            column = bound.Column;
            values.AddRange(found);
        }

        return new Bound(column!) { Values = values };
    }

    private Bound? Comparison(BinaryOperatorNode node)
    {
        if (ColumnOf(node.Left) is not { } column || Unwrap(node.Right) is not ConstantNode { Value: { } literal })
        {
            return null;
        }

        var value = LiteralValue.As(column.Type, literal);
        return node.OperatorKind switch
        {
            BinaryOperatorKind.Equal => new Bound(column) { Values = [value] },
            BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual => new Bound(column) { Low = value },
            BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual => new Bound(column) { High = value },
            _ => null,
        };
    }

    private Column? ColumnOf(SingleValueNode node) =>
        Unwrap(node) is SingleValuePropertyAccessNode { Source: ResourceRangeVariableReferenceNode } access
            ? set.Find(access.Property.Name)?.Column
            : null;
}
