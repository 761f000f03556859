using System.Globalization;
using BcSalesSync.Sandbox.OData;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace BcSalesSync.Sandbox.Sales.Reading;

// Microsoft.Dynamics.CRM.In(PropertyName='accountid',PropertyValues=["...","..."]): a column, by its logical name, has one of
// the listed values, all of them written as texts (wire-dataverse 2.1).
internal static class InFunction
{
    private const string Name = SalesModel.Namespace + ".In";

    public static EdmFunction For(IEdmEntityType type)
    {
        var core = EdmCoreModel.Instance;
        var function = new EdmFunction(
            SalesModel.Namespace, "In", core.GetBoolean(false), isBound: true, entitySetPathExpression: null, false);
        function.AddParameter("entity", new EdmEntityTypeReference(type, false));
        function.AddParameter("PropertyName", core.GetString(false));
        function.AddParameter("PropertyValues", EdmCoreModel.GetCollection(core.GetString(false)));
        return function;
    }

    public static Func<Row, bool>? Compile(SingleValueFunctionCallNode call, EntitySet set)
    {
        if (BoundOf(call, set) is not { } bound)
        {
            return null;
        }

        var members = new HashSet<object?>(bound.Values!, new ValueComparer(set.Table.TextComparer));
        return row => members.Contains(row[bound.Column]);
    }

    public static Bound? BoundOf(SingleValueFunctionCallNode call, EntitySet set)
    {
        if (call.Name != Name)
        {
            return null;
        }

        var arguments = call.Parameters.OfType<NamedFunctionParameterNode>().ToDictionary(node => node.Name, node => node.Value);
        var name = (string)((ConstantNode)Unwrap(arguments["PropertyName"])).Value;
        var table = SalesSchema.FindSet(set.Name)!;
        var field = table.Find(name) ?? throw SalesError.NoSuchAttribute(table, name);
        return new Bound(field.Column) { Values = [.. Texts(arguments["PropertyValues"]).Select(text => ValueOf(field, text))] };
    }

    private static QueryNode Unwrap(QueryNode node) => node is ConvertNode convert ? Unwrap(convert.Source) : node;

    private static IEnumerable<string> Texts(QueryNode node) => Unwrap(node) switch
    {
        CollectionConstantNode list => list.Collection.Select(item => (string)item.Value),
        ConstantNode { Value: ODataCollectionValue list } => list.Items.Cast<string>(),
        _ => throw new QueryException("PropertyValues must be a list of texts in double quotes."),
    };

    private static object? ValueOf(Field field, string text)
    {
        if (ValueReader.OfText(text, field.Column.Type) is { } value)
        {
            return value;
        }

        return decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? LiteralValue.As(field.Column.Type, field.Column.Type == ColumnType.Decimal ? number : (long)number)
            : throw new QueryException($"'{text}' is not a value of the column '{field.Name}'.");
    }
}
