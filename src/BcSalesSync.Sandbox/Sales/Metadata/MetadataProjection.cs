using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace BcSalesSync.Sandbox.Sales.Metadata;

// Writes the selected and expanded part of a definition; the metadata id comes along unasked.
internal static class MetadataProjection
{
    public static void Write(Utf8JsonWriter writer, JsonObject item, IEdmEntityType type, SelectExpandClause? clause, bool tellsType)
    {
        writer.WriteStartObject();
        WriteMembers(writer, item, type, clause, tellsType);
        writer.WriteEndObject();
    }

    public static void WriteMembers(Utf8JsonWriter writer, JsonObject item, IEdmEntityType type, SelectExpandClause? clause, bool tellsType)
    {
        var selected = clause is null or { AllSelected: true }
            ? null
            : SelectedNames(clause).Append("MetadataId").ToHashSet(StringComparer.Ordinal);
        var expanded = clause?.SelectedItems.OfType<ExpandedNavigationSelectItem>().ToList() ?? [];
        foreach (var (name, value) in item)
        {
            var isType = name == AttributeTree.Cast;
            var isExpandable = name is "Attributes" or "ManyToOneRelationships" or "Keys" or "OptionSet" or "GlobalOptionSet";
            if (isType ? tellsType : !isExpandable && (selected?.Contains(name) ?? true))
            {
                writer.WritePropertyName(name);
                WriteNode(writer, value);
            }
        }

        foreach (var expansion in expanded)
        {
            var navigation = ((NavigationPropertySegment)expansion.PathToNavigationProperty.LastSegment).NavigationProperty;
            writer.WritePropertyName(navigation.Name);
            WriteExpanded(writer, item[navigation.Name], navigation.ToEntityType(), expansion);
        }
    }

    private static IEnumerable<string> SelectedNames(SelectExpandClause clause) => clause.SelectedItems.OfType<PathSelectItem>()
        .Select(select => select.SelectedPath.LastSegment).OfType<PropertySegment>().Select(segment => segment.Property.Name);

    private static void WriteExpanded(Utf8JsonWriter writer, JsonNode? value, IEdmEntityType type, ExpandedNavigationSelectItem expansion)
    {
        if (value is JsonObject single)
        {
            Write(writer, single, type, expansion.SelectAndExpand, tellsType: false);
            return;
        }

        if (value is not JsonArray many)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        foreach (var entry in many.OfType<JsonObject>().Where(entry => Passes(entry, expansion.FilterOption)))
        {
            Write(writer, entry, type, expansion.SelectAndExpand, tellsType: true);
        }

        writer.WriteEndArray();
    }

    private static bool Passes(JsonObject item, FilterClause? filter) => filter is null || MetadataFilter.Matches(item, filter.Expression);

    private static void WriteNode(Utf8JsonWriter writer, JsonNode? node)
    {
        if (node is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            node.WriteTo(writer);
        }
    }
}
