using System.Text.Json.Nodes;
using BcSalesSync.Sandbox.Sales.Schema;

namespace BcSalesSync.Sandbox.Sales.Metadata;

// The options of a column: those a client sees when it expands the option set of the attribute.
internal static class OptionSetTree
{
    private static readonly Choice[] YesOrNo = [new(0, "No"), new(1, "Yes")];

    public static JsonObject Of(SalesTable table, Field field, IReadOnlyList<Choice> options) => new()
    {
        ["Name"] = $"{table.Name}_{field.Name}",
        ["OptionSetType"] = AttributeNames.TypeOf(field.Kind),
        ["IsGlobal"] = false,
        ["MetadataId"] = DefinitionTree.MetadataId($"optionset/{table.Name}/{field.Name}"),
        ["Options"] = new JsonArray([.. (field.Kind == FieldKind.Boolean ? YesOrNo : options).Select(Option)]),
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
