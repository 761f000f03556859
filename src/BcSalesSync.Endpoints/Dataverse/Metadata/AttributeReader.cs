using System.Text.Json;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Dataverse.Metadata;

/// <summary>Turns one attribute of a definition into a column; attributes that are no columns of their own are left out.</summary>
internal static class AttributeReader
{
    /// <summary>Reads an attribute; null when it is a shadow of another column or of a kind that does not travel.</summary>
    internal static AttributeDefinition? Read(
        JsonElement attribute,
        Dictionary<string, IReadOnlyList<string>> targets,
        Dictionary<string, IReadOnlyList<OptionChoice>> choices)
    {
        if (DefinitionReader.Text(attribute, "LogicalName") is not { } name)
            return null;
        var type = DefinitionReader.Text(attribute, "AttributeType");
        if (KindOf(type, attribute) is not { } kind || DefinitionReader.Text(attribute, "AttributeOf") is not null)
            return null;
        var column = new ColumnSchema
        {
            Name = name,
            Kind = kind,
            MaxLength = kind == FieldKind.Text ? LengthOf(attribute) : null,
            CanCreate = DefinitionReader.Flag(attribute, "IsValidForCreate") ?? true,
            CanUpdate = DefinitionReader.Flag(attribute, "IsValidForUpdate") ?? true,
            Targets = kind == FieldKind.Lookup ? TargetsOf(attribute, name, targets) : [],
            Choices = choices.GetValueOrDefault(name) ?? [],
        };
        return new AttributeDefinition
        {
            Column = column,
            WireName = kind == FieldKind.Lookup ? $"_{name}_value" : name,
            Type = type,
            CanRead = DefinitionReader.Flag(attribute, "IsValidForRead") ?? true,
        };
    }

    private static FieldKind? KindOf(string? type, JsonElement attribute) => type switch
    {
        "String" or "Memo" => FieldKind.Text,
        "Integer" or "BigInt" or "Decimal" or "Double" or "Money" => FieldKind.Number,
        "Boolean" => FieldKind.Boolean,
        "DateTime" => IsDateOnly(attribute) ? FieldKind.Date : FieldKind.DateTime,
        "Uniqueidentifier" => FieldKind.UniqueId,
        "Picklist" or "State" or "Status" => FieldKind.Option,
        "Lookup" or "Customer" or "Owner" => FieldKind.Lookup,
        _ => null,
    };

    private static bool IsDateOnly(JsonElement attribute) =>
        attribute.TryGetProperty("DateTimeBehavior", out var behavior)
        && behavior.ValueKind == JsonValueKind.Object
        && DefinitionReader.Text(behavior, "Value") == "DateOnly";

    private static int? LengthOf(JsonElement attribute) =>
        attribute.TryGetProperty("MaxLength", out var length) && length.ValueKind == JsonValueKind.Number ? length.GetInt32() : null;

    private static IReadOnlyList<string> TargetsOf(
        JsonElement attribute, string name, Dictionary<string, IReadOnlyList<string>> targets)
    {
        var own = DefinitionReader.Items(attribute, "Targets").Select(item => item.GetString()!).Where(item => item != "owner").ToList();
        return own.Count > 0 ? own : targets.GetValueOrDefault(name) ?? [];
    }
}
