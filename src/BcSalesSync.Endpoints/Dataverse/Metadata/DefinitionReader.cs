using System.Text.Json;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Dataverse.Metadata;

/// <summary>Turns the answers of <c>EntityDefinitions</c> into a <see cref="TableDefinition"/> (spec/wire-dataverse.md 6, 8, E1).</summary>
internal static class DefinitionReader
{
    /// <summary>
    /// Reads a table from its definition, with attributes and relationships expanded, and from the picklists of its columns.
    /// </summary>
    /// <param name="definition">Root of the definition's answer.</param>
    /// <param name="picklists">Root of the picklists' answer; null when there was none.</param>
    internal static TableDefinition Read(JsonElement definition, JsonElement? picklists)
    {
        var navigations = Items(definition, "ManyToOneRelationships").Select(ReadNavigation).OfType<Navigation>().ToList();
        var choices = picklists is { } root ? ReadChoices(root) : new Dictionary<string, IReadOnlyList<OptionChoice>>();
        var attributes = Items(definition, "Attributes").ToList();
        var targets = navigations.GroupBy(way => way.Attribute).ToDictionary(group => group.Key, group => Targets(group));
        var columns = new Dictionary<string, AttributeDefinition>(attributes.Count);
        foreach (var attribute in attributes)
        {
            if (AttributeReader.Read(attribute, targets, choices) is { } column)
                columns[column.Column.Name] = column;
        }

        return new TableDefinition
        {
            Name = Text(definition, "LogicalName")!,
            SetName = Text(definition, "EntitySetName")!,
            IdAttribute = Text(definition, "PrimaryIdAttribute")!,
            NameAttribute = Text(definition, "PrimaryNameAttribute"),
            TracksChanges = Flag(definition, "ChangeTrackingEnabled") ?? false,
            Attributes = columns,
            Navigations = navigations,
        };
    }

    /// <summary>Text of a property; null when absent or null.</summary>
    internal static string? Text(JsonElement owner, string property) =>
        owner.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A true or false property; null when absent or null.</summary>
    internal static bool? Flag(JsonElement owner, string property) =>
        owner.TryGetProperty(property, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : null;

    /// <summary>Items of an array property; none when absent or null.</summary>
    internal static IEnumerable<JsonElement> Items(JsonElement owner, string property) =>
        owner.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    /// <summary>The options of a picklist, its own and those of a global set, each number once.</summary>
    internal static IReadOnlyList<OptionChoice> Choices(JsonElement picklist) =>
        [.. Options(picklist).Select(option => new OptionChoice(option.GetProperty("Value").GetInt32(), LabelOf(option)))
            .DistinctBy(choice => choice.Value)];

    /// <summary>The options of a picklist as they are described.</summary>
    internal static IEnumerable<JsonElement> Options(JsonElement picklist) =>
        OptionsOf(picklist, "OptionSet").Concat(OptionsOf(picklist, "GlobalOptionSet"));

    private static Navigation? ReadNavigation(JsonElement relationship)
    {
        var attribute = Text(relationship, "ReferencingAttribute");
        var target = Text(relationship, "ReferencedEntity");
        var name = Text(relationship, "ReferencingEntityNavigationPropertyName");
        return attribute is null || target is null || string.IsNullOrEmpty(name) ? null : new Navigation(attribute, target, name);
    }

    private static IReadOnlyList<string> Targets(IEnumerable<Navigation> ways) =>
        [.. ways.SelectMany(way => way.Target == "owner" ? ["systemuser", "team"] : new[] { way.Target }).Distinct()];

    private static Dictionary<string, IReadOnlyList<OptionChoice>> ReadChoices(JsonElement root)
    {
        var choices = new Dictionary<string, IReadOnlyList<OptionChoice>>();
        foreach (var picklist in Items(root, "value"))
        {
            if (Text(picklist, "LogicalName") is not { } name)
                continue;
            choices[name] = Choices(picklist);
        }

        return choices;
    }

    private static IEnumerable<JsonElement> OptionsOf(JsonElement picklist, string property) =>
        picklist.TryGetProperty(property, out var set) && set.ValueKind == JsonValueKind.Object ? Items(set, "Options") : [];

    private static string LabelOf(JsonElement option)
    {
        if (!option.TryGetProperty("Label", out var label) || label.ValueKind != JsonValueKind.Object)
            return string.Empty;
        if (label.TryGetProperty("UserLocalizedLabel", out var own) && own.ValueKind == JsonValueKind.Object)
            return Text(own, "Label") ?? string.Empty;
        return Items(label, "LocalizedLabels").Select(text => Text(text, "Label")).FirstOrDefault() ?? string.Empty;
    }
}
