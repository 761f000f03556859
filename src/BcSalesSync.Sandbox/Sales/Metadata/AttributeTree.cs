using System.Text.Json.Nodes;
using BcSalesSync.Sandbox.Sales.Reading;
using BcSalesSync.Sandbox.Sales.Schema;

namespace BcSalesSync.Sandbox.Sales.Metadata;

// The definition of one column.
internal static class AttributeTree
{
    public const string Cast = "@odata.type";

    private static readonly ValueRange Integers = new(int.MinValue, int.MaxValue);
    private static readonly ValueRange Decimals = new(-100_000_000_000, 100_000_000_000);
    private static readonly ValueRange Amounts = new(-922_337_203_685_477, 922_337_203_685_477);

    public static JsonObject Of(SalesTable table, Field field)
    {
        var cast = AttributeNames.CastOf(field.Kind);
        var tree = new JsonObject
        {
            [Cast] = $"#{SalesModel.Namespace}.{cast}",
            ["LogicalName"] = field.Name,
            ["SchemaName"] = SchemaName(field),
            ["AttributeType"] = AttributeNames.TypeOf(field.Kind),
            ["AttributeTypeName"] = new JsonObject { ["Value"] = AttributeNames.TypeOf(field.Kind) + "Type" },
            ["AttributeOf"] = null,
            ["EntityLogicalName"] = table.Name,
            ["IsValidForCreate"] = field.Access.HasFlag(FieldAccess.Create),
            ["IsValidForRead"] = true,
            ["IsValidForUpdate"] = field.Access.HasFlag(FieldAccess.Update),
            ["IsPrimaryId"] = field == table.Id,
            ["IsPrimaryName"] = field.Name == table.PrimaryName,
            ["IsCustomAttribute"] = DefinitionTree.IsCustom(field.Name),
            ["IsLogical"] = false,
            ["RequiredLevel"] = new JsonObject
            {
                ["Value"] = field == table.Id || field.IsRequired ? "SystemRequired" : "None",
                ["CanBeChanged"] = true,
            },
            ["DisplayName"] = DefinitionTree.Label(DefinitionTree.Capital(field.Name)),
            ["MetadataId"] = DefinitionTree.MetadataId($"attribute/{table.Name}/{field.Name}"),
        };
        AddOwn(tree, table, field);
        return tree;
    }

    private static string SchemaName(Field field) =>
        DefinitionTree.IsCustom(field.Name) && field.Targets.Count > 0 ? field.Targets[0].Navigation : DefinitionTree.Capital(field.Name);

    private static void AddOwn(JsonObject tree, SalesTable table, Field field)
    {
        switch (field.Kind)
        {
            case FieldKind.Text:
                tree["MaxLength"] = field.Column.MaxLength;
                tree["Format"] = "Text";
                break;
            case FieldKind.Memo:
                tree["MaxLength"] = field.Column.MaxLength;
                break;
            case FieldKind.Decimal or FieldKind.Money:
                tree["Precision"] = field.Scale;
                AddRange(tree, field, field.Kind == FieldKind.Money ? Amounts : Decimals);
                break;
            case FieldKind.Integer:
                AddRange(tree, field, Integers);
                break;
            case FieldKind.DateTime or FieldKind.DateOnly:
                tree["Format"] = field.Kind == FieldKind.DateOnly ? "DateOnly" : "DateAndTime";
                tree["DateTimeBehavior"] = new JsonObject { ["Value"] = field.Kind == FieldKind.DateOnly ? "DateOnly" : "UserLocal" };
                break;
            case FieldKind.Lookup or FieldKind.Customer or FieldKind.Owner:
                tree["Targets"] = new JsonArray([.. field.Targets.Select(target => (JsonNode?)target.Table)]);
                break;
        }
    }

    private static void AddRange(JsonObject tree, Field field, ValueRange usual)
    {
        tree["MinValue"] = (field.Range ?? usual).Lowest;
        tree["MaxValue"] = (field.Range ?? usual).Highest;
    }
}
