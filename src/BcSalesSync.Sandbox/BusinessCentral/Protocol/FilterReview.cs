using BcSalesSync.Sandbox.BusinessCentral.Pages;
using BcSalesSync.Sandbox.OData;
using Microsoft.OData.UriParser;

namespace BcSalesSync.Sandbox.BusinessCentral.Protocol;

// What Business Central makes of a filter that OData would allow (wire-bc 3.1): refusals, and conditions silently dropped.
internal sealed class FilterReview(BcPage page, string? schemaVersion)
{
    private readonly bool _isNewSchema = schemaVersion == "2.1";

    public SingleValueNode? Check(SingleValueNode node, EntitySet set)
    {
        switch (node)
        {
            case ConvertNode convert:
                return Check(convert.Source, set) is { } source ? (source == convert.Source ? convert : source) : null;
            case UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not }:
                throw new QueryException("The operator 'not' is not supported.");
            case AnyNode or AllNode:
                throw new QueryException("Lambda expressions are not supported.");
            case InNode when !_isNewSchema:
                throw new QueryException("The operator 'in' is not supported.");
            case BinaryOperatorNode binary:
                return CheckBinary(binary, set);
            default:
                CheckProperties(node, set);
                return node;
        }
    }

    private static bool IsNull(SingleValueNode node) => node switch
    {
        ConvertNode convert => IsNull(convert.Source),
        ConstantNode constant => constant.Value is null,
        _ => false,
    };

    private static IEnumerable<SingleValueNode> Children(SingleValueNode node) => node switch
    {
        ConvertNode convert => [convert.Source],
        BinaryOperatorNode binary => [binary.Left, binary.Right],
        SingleValueFunctionCallNode call => call.Parameters.OfType<SingleValueNode>(),
        InNode inNode => [inNode.Left],
        _ => [],
    };

    private SingleValueNode? CheckBinary(BinaryOperatorNode node, EntitySet set)
    {
        switch (node.OperatorKind)
        {
            case BinaryOperatorKind.And:
                var (left, right) = (Check(node.Left, set), Check(node.Right, set));
                return left is null ? right : right is null ? left : new BinaryOperatorNode(BinaryOperatorKind.And, left, right);
            case BinaryOperatorKind.Or:
                if (Properties(node).Distinct(StringComparer.Ordinal).Skip(1).Any())
                {
                    throw new QueryException("An 'or' between conditions on distinct fields is not supported.");
                }

                var (either, or) = (Check(node.Left, set), Check(node.Right, set));
                return either is null ? or : or is null ? either : new BinaryOperatorNode(BinaryOperatorKind.Or, either, or);
            default:
                CheckProperties(node, set);
                return !_isNewSchema && (IsNull(node.Left) || IsNull(node.Right)) ? null : node;
        }
    }

    private void CheckProperties(SingleValueNode node, EntitySet set)
    {
        if (set == page.Set && Properties(node).FirstOrDefault(name => page.Find(name) is { IsPageVariable: true }) is { } variable)
        {
            throw new QueryException($"The property '{variable}' cannot be used in $filter.");
        }

        if (!_isNewSchema && Nested(node))
        {
            throw new QueryException("Nested functions are not supported.");
        }
    }

    private static bool Nested(SingleValueNode node) => node switch
    {
        SingleValueFunctionCallNode call => Children(call).Any(HasFunction),
        _ => Children(node).Any(Nested),
    };

    private static bool HasFunction(SingleValueNode node) => node is SingleValueFunctionCallNode || Children(node).Any(HasFunction);

    // Walks with a stack: a filter of many "or"s is a deep tree.
    private static IEnumerable<string> Properties(SingleValueNode root)
    {
        var open = new Stack<SingleValueNode>([root]);
        while (open.TryPop(out var node))
        {
            if (node is SingleValuePropertyAccessNode access)
            {
                yield return access.Property.Name;
            }

            foreach (var child in Children(node))
            {
                open.Push(child);
            }
        }
    }
}
