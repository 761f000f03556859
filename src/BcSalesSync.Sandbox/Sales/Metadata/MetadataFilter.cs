using System.Text.Json;
using System.Text.Json.Nodes;
using BcSalesSync.Sandbox.OData;
using Microsoft.OData;
using Microsoft.OData.UriParser;

namespace BcSalesSync.Sandbox.Sales.Metadata;

// Evaluates a filter over definitions: comparisons for equality, lists, and, or, not.
internal static class MetadataFilter
{
    public static bool Matches(JsonObject item, SingleValueNode node) => node switch
    {
        ConvertNode convert => Matches(item, convert.Source),
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And } and => Matches(item, and.Left) && Matches(item, and.Right),
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Or } or => Matches(item, or.Left) || Matches(item, or.Right),
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Equal } equal => Text(item, equal.Left) == Text(item, equal.Right),
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.NotEqual } differs => Text(item, differs.Left) != Text(item, differs.Right),
        UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not => !Matches(item, not.Operand),
        InNode { Right: CollectionConstantNode list } inNode =>
            list.Collection.Any(member => TextOf(member.Value) == Text(item, inNode.Left)),
        SingleValuePropertyAccessNode access => Text(item, access) == "true",
        _ => throw new QueryException($"The filter node '{node.Kind}' is not supported on metadata."),
    };

    private static string? Text(JsonObject item, SingleValueNode node) => node switch
    {
        ConvertNode convert => Text(item, convert.Source),
        ConstantNode constant => TextOf(constant.Value),
        SingleValuePropertyAccessNode access => item[access.Property.Name] is JsonValue value ? TextOf(value) : null,
        _ => throw new QueryException($"The filter node '{node.Kind}' is not supported on metadata."),
    };

    private static string? TextOf(object? value) => value switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        ODataEnumValue member => int.TryParse(member.Value, out var index) ? AttributeNames.AllTypes.ElementAt(index) : member.Value,
        JsonValue json when json.GetValueKind() == JsonValueKind.String => json.GetValue<string>(),
        JsonValue json => json.ToJsonString(),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture),
    };
}
