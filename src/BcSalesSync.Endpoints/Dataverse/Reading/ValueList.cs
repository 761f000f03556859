using System.Text;
using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Endpoints.Dataverse.Reading;

/// <summary>Asks for rows one of whose columns holds one of many values (spec/wire-dataverse.md 2.1).</summary>
internal static class ValueList
{
    /// <summary>
    /// The filter: plain texts and ids in one <c>In</c>, which names the column by its logical name; everything that is not safe within its
    /// double quotes as a comparison of its own.
    /// </summary>
    internal static string Filter(TableDefinition table, string column, IReadOnlyList<FieldValue> values)
    {
        var dialect = new FilterDialect(table);
        var isPlain = table.Attributes.TryGetValue(column, out var attribute)
            && attribute is { Column.Kind: FieldKind.Text or FieldKind.UniqueId or FieldKind.Lookup };
        var listed = new StringBuilder();
        var alternatives = new List<string>();
        foreach (var value in values)
        {
            if (isPlain && IsSafe(value))
                listed.Append(listed.Length > 0 ? "," : string.Empty).Append('"').Append(value).Append('"');
            else
                alternatives.Add(dialect.Write(new Condition(column, FilterOperator.Equal, value)) ?? "false");
        }

        if (listed.Length > 0)
            alternatives.Insert(0, $"Microsoft.Dynamics.CRM.In(PropertyName='{column}',PropertyValues=[{listed}])");
        return string.Join(" or ", alternatives);
    }

    private static bool IsSafe(FieldValue value) => value.Raw switch
    {
        string text => text.AsSpan().IndexOfAny("\"'\\") < 0,
        Guid or Lookup => true,
        _ => false,
    };
}
