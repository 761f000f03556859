using System.Text.Json.Nodes;
using BcSalesSync.Sandbox.Sales.Reading;
using BcSalesSync.Sandbox.Sales.Schema;

namespace BcSalesSync.Sandbox.Sales.Metadata;

// The definition of one column.
internal static class AttributeTree
{
    public const string Cast = "@odata.type";

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
            ["RequiredLevel"] = new JsonObject { ["Value"] = field == table.Id ? "SystemRequired" : "None", ["CanBeChanged"] = true },
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
                break;
            case FieldKind.DateTime or FieldKind.DateOnly:
                tree["Format"] = field.Kind == FieldKind.DateOnly ? "DateOnly" : "DateAndTime";
                tree["DateTimeBehavior"] = new JsonObject { ["Value"] = field.Kind == FieldKind.DateOnly ? "DateOnly" : "UserLocal" };
                break;
            case FieldKind.Lookup or FieldKind.Customer or FieldKind.Owner:
                tree["Targets"] = new JsonArray([.. field.Targets.Select(target => (JsonNode?)target.Table)]);
                break;
            case FieldKind.Choice or FieldKind.State or FieldKind.Status:
                tree["OptionSet"] = Options(table, field, field.Choices);
                tree["GlobalOptionSet"] = null;
                break;
            case FieldKind.Boolean:
                tree["OptionSet"] = Options(table, field, [new Choice(0, "No"), new Choice(1, "Yes")]);
                tree["GlobalOptionSet"] = null;
                break;
        }
    }

    private static JsonObject Options(SalesTable table, Field field, IReadOnlyList<Choice> choices) => new()
    {
        ["Name"] = $"{table.Name}_{field.Name}",
        ["OptionSetType"] = AttributeNames.TypeOf(field.Kind),
        ["IsGlobal"] = false,
        ["MetadataId"] = DefinitionTree.MetadataId($"optionset/{table.Name}/{field.Name}"),
        ["Options"] = new JsonArray([.. choices.Select(Option)]),
    };

    private static JsonObject Option(Choice choice)
    {
        var option = new JsonObject { ["Value"] = choice.Value, ["Label"] = DefinitionTree.Label(choice.Label) };
        if (choice.State is { } state)
        {
            option["State"] = state;
        }

        return option;
    }
}
