using System.Text.Json.Nodes;
using BcSalesSync.Sandbox.Sales.Privileges;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Seeds;

namespace BcSalesSync.Sandbox.Sales.Metadata;

// A table's whole definition; an answer shows the part that was asked for.
internal static class DefinitionTree
{
    // Those of the solutions that tables and columns were added by.
    private static readonly string[] CustomPrefixes = ["bcbi_", "nav_", "msdyn_"];

    public static JsonObject Of(SalesTable table, InstalledSolutions solutions) => new()
    {
        ["LogicalName"] = table.Name,
        ["SchemaName"] = Capital(table.Name),
        ["EntitySetName"] = table.SetName,
        ["LogicalCollectionName"] = table.SetName,
        ["CollectionSchemaName"] = Capital(table.SetName),
        ["PrimaryIdAttribute"] = table.Id.Name,
        ["PrimaryNameAttribute"] = table.PrimaryName,
        ["ObjectTypeCode"] = table.TypeCode,
        ["OwnershipType"] = table.Find("ownerid") is null ? "OrganizationOwned" : "UserOwned",
        ["ChangeTrackingEnabled"] = table.TracksChanges,
        ["IsOptimisticConcurrencyEnabled"] = true,
        ["IsCustomEntity"] = IsCustom(table.Name),
        ["IsActivity"] = false,
        ["DisplayName"] = Label(table.DisplayName),
        ["Privileges"] = new JsonArray([.. TablePrivileges.Of(table).Select(privilege => PrivilegeOf(table, privilege))]),
        ["MetadataId"] = MetadataId(table.Name),
        ["Attributes"] = new JsonArray([.. table.Fields.Where(solutions.Has).Select(field => AttributeTree.Of(table, field))]),
        ["ManyToOneRelationships"] = new JsonArray([.. table.Fields.Where(solutions.Has).SelectMany(field => Relationships(table, field))]),
        ["Keys"] = new JsonArray(),
    };

    public static string MetadataId(string key) => SeedIds.Of("sales/metadata/" + key).ToString("D");

    public static bool IsCustom(string name) =>
        Array.Exists(CustomPrefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    public static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    public static JsonObject Label(string text) => new()
    {
        ["LocalizedLabels"] = new JsonArray(Localized(text)),
        ["UserLocalizedLabel"] = Localized(text),
    };

    private static JsonObject PrivilegeOf(SalesTable table, Privilege privilege)
    {
        var isOwned = table.Find("ownerid") is not null;
        return new JsonObject
        {
            ["CanBeBasic"] = isOwned,
            ["CanBeDeep"] = isOwned,
            ["CanBeGlobal"] = true,
            ["CanBeLocal"] = isOwned,
            ["Name"] = privilege.Name,
            ["PrivilegeId"] = privilege.Id.ToString("D"),
            ["PrivilegeType"] = privilege.Type,
        };
    }

    private static JsonObject Localized(string text) => new()
    {
        ["Label"] = text,
        ["LanguageCode"] = 1033,
        ["IsManaged"] = true,
        ["MetadataId"] = MetadataId("label/" + text),
        ["HasChanged"] = null,
    };

    private static IEnumerable<JsonObject> Relationships(SalesTable table, Field field)
    {
        if (field.Kind == FieldKind.Owner)
        {
            return [Relationship(table, field, "owner", "ownerid", "ownerid")];
        }

        return field.Targets.Select(target => Relationship(
            table, field, target.Table, SalesSchema.FindName(target.Table)!.Id.Name, target.Navigation));
    }

    private static string? CollectionOf(SalesTable table, Field field, string target) =>
        SalesSchema.FindName(target)?.Details is { } details && details.Table == table.Name && details.Lookup == field.Name
            ? details.Navigation
            : null;

    private static JsonObject Relationship(SalesTable table, Field field, string target, string targetKey, string navigation)
    {
        var name = $"{target}_{table.Name}_{field.Name}";
        return new JsonObject
        {
            ["SchemaName"] = name,
            ["ReferencingAttribute"] = field.Name,
            ["ReferencingEntity"] = table.Name,
            ["ReferencedEntity"] = target,
            ["ReferencedAttribute"] = targetKey,
            ["ReferencingEntityNavigationPropertyName"] = navigation,
            ["ReferencedEntityNavigationPropertyName"] = CollectionOf(table, field, target) ?? name,
            ["IsCustomRelationship"] = IsCustom(field.Name),
            ["MetadataId"] = MetadataId("relationship/" + name),
        };
    }
}
