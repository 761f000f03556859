using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;
using Microsoft.OData.UriParser;

namespace BcSalesSync.Sandbox.OData;

// Turns a parsed and type-checked $filter into a delegate over rows.
internal sealed class FilterCompiler(EntitySet set, FilterDialect dialect)
{
    private readonly ValueComparer _comparer = new(StringComparer.FromComparison(dialect.TextComparison));

    public Func<Row, bool> Compile(SingleValueNode node)
    {
        switch (node)
        {
            case ConvertNode convert:
                return Compile(convert.Source);
            case BinaryOperatorNode binary:
                return Binary(binary);
            case UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } unary:
                var operand = Compile(unary.Operand);
                return row => !operand(row);
            case SingleValueFunctionCallNode call:
                return Function(call);
            case InNode inNode:
                return In(inNode);
            case ConstantNode { Value: bool constant }:
                return _ => constant;
            case SingleValuePropertyAccessNode:
                var value = Value(node).Read;
                return row => value(row) is true;
            default:
                throw new QueryException($"The filter node '{node.Kind}' is not supported.");
        }
    }

    private Func<Row, bool> Binary(BinaryOperatorNode node)
    {
        switch (node.OperatorKind)
        {
            case BinaryOperatorKind.And:
                var (left, right) = (Compile(node.Left), Compile(node.Right));
                return row => left(row) && right(row);
            case BinaryOperatorKind.Or:
                var (either, or) = (Compile(node.Left), Compile(node.Right));
                return row => either(row) || or(row);
            default:
                return Comparison(node);
        }
    }

    private Func<Row, bool> Comparison(BinaryOperatorNode node)
    {
        var left = Value(node.Left);
        var right = Value(node.Right, left.Type);
        if (left.Type is null && right.Type is not null)
        {
            left = Value(node.Left, right.Type);
        }

        var (a, b) = (left.Read, right.Read);
        return node.OperatorKind switch
        {
            BinaryOperatorKind.Equal => row => _comparer.Compare(a(row), b(row)) == 0,
            BinaryOperatorKind.NotEqual => row => _comparer.Compare(a(row), b(row)) != 0,
            BinaryOperatorKind.GreaterThan => row => Both(a(row), b(row), out var x, out var y) && _comparer.Compare(x, y) > 0,
            BinaryOperatorKind.GreaterThanOrEqual => row => Both(a(row), b(row), out var x, out var y) && _comparer.Compare(x, y) >= 0,
            BinaryOperatorKind.LessThan => row => Both(a(row), b(row), out var x, out var y) && _comparer.Compare(x, y) < 0,
            BinaryOperatorKind.LessThanOrEqual => row => Both(a(row), b(row), out var x, out var y) && _comparer.Compare(x, y) <= 0,
            _ => throw new QueryException($"The operator '{node.OperatorKind}' is not supported."),
        };
    }

    private Func<Row, bool> In(InNode node)
    {
        var value = Value(node.Left);
        if (node.Right is not CollectionConstantNode list)
        {
            throw new QueryException("The right side of 'in' must be a list of literals.");
        }

        var members = new HashSet<object?>(list.Collection.Select(item => LiteralValue.As(value.Type!.Value, item.Value)), _comparer);
        return row => members.Contains(value.Read(row));
    }

    private Func<Row, bool> Function(SingleValueFunctionCallNode call)
    {
        if (dialect.CustomFunction?.Invoke(call, set) is { } custom)
        {
            return custom;
        }

        var arguments = call.Parameters.OfType<SingleValueNode>().Select(argument => Value(argument).Read).ToArray();
        Func<string, string, StringComparison, bool> test = call.Name switch
        {
            "startswith" => (text, part, how) => text.StartsWith(part, how),
            "endswith" => (text, part, how) => text.EndsWith(part, how),
            "contains" => (text, part, how) => text.Contains(part, how),
            _ => throw new QueryException($"The function '{call.Name}' is not supported."),
        };
        var (a, b) = (arguments[0], arguments[1]);
        return row => a(row) is string text && b(row) is string part && test(text, part, dialect.TextComparison);
    }

    private FilterValue Value(SingleValueNode node, ColumnType? expected = null)
    {
        switch (node)
        {
            case ConvertNode convert:
                return Value(convert.Source, expected);
            case ConstantNode constant:
                var literal = expected is { } type ? LiteralValue.As(type, constant.Value) : constant.Value;
                return new FilterValue(null, _ => literal);
            case SingleValuePropertyAccessNode { Source: ResourceRangeVariableReferenceNode } access:
                var property = set.Find(access.Property.Name)!;
                return new FilterValue(property.Type, property.Read);
            case SingleValuePropertyAccessNode { Source: SingleNavigationNode way } access
                when dialect.ForeignProperty?.Invoke(way.NavigationProperty.Name, access.Property.Name, set) is { } foreign:
                return new FilterValue(foreign.Type, foreign.Read);
            case SingleValueFunctionCallNode { Name: "tolower" or "toupper" or "substring" } call:
                return TextFunction(call);
            default:
                throw new QueryException($"The filter node '{node.Kind}' is not supported.");
        }
    }

    private FilterValue TextFunction(SingleValueFunctionCallNode call)
    {
        var arguments = call.Parameters.OfType<SingleValueNode>().Select(argument => Value(argument).Read).ToArray();
        Func<string, Row, string> apply = call.Name switch
        {
            "tolower" => (text, _) => text.ToLowerInvariant(),
            "toupper" => (text, _) => text.ToUpperInvariant(),
            _ => (text, row) => Substring(text, arguments, row),
        };
        return new FilterValue(ColumnType.Text, row => arguments[0](row) is string text ? apply(text, row) : null);
    }

    private static string Substring(string text, Func<Row, object?>[] arguments, Row row)
    {
        var start = Math.Clamp(arguments[1](row) as int? ?? 0, 0, text.Length);
        var length = arguments.Length > 2 ? arguments[2](row) as int? ?? 0 : text.Length;
        return text.Substring(start, Math.Clamp(length, 0, text.Length - start));
    }

    private static bool Both(object? left, object? right, out object? x, out object? y)
    {
        (x, y) = (left, right);
        return left is not null && right is not null;
    }

    private readonly record struct FilterValue(ColumnType? Type, Func<Row, object?> Read);
}
