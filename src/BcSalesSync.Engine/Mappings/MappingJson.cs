using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace BcSalesSync.Engine.Mappings;

/// <summary>The JSON form of a table mapping: camel-case members, choices by name. Members that are not known are errors.</summary>
public static class MappingJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        IgnoreReadOnlyProperties = true,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    private static readonly JsonSerializerOptions Short = new(Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveDefaultsOut } },
    };

    /// <summary>Reads a mapping.</summary>
    /// <exception cref="JsonException">Not JSON, a required member is missing, or a member or value is not known.</exception>
    public static TableMapping Read(Stream json) =>
        JsonSerializer.Deserialize<TableMapping>(json, Options) ?? throw new JsonException("A mapping cannot be null.");

    /// <summary>Writes a mapping so that <see cref="Read"/> gives an equal one.</summary>
    public static void Write(Stream json, TableMapping mapping) => JsonSerializer.Serialize(json, mapping, Options);

    /// <summary>Reads a mapping from JSON text.</summary>
    /// <exception cref="JsonException">The text is not a mapping.</exception>
    public static TableMapping Parse(string json) =>
        JsonSerializer.Deserialize<TableMapping>(json, Options) ?? throw new JsonException("The text is not a mapping.");

    /// <summary>The mapping as JSON text.</summary>
    public static string ToText(TableMapping mapping) => JsonSerializer.Serialize(mapping, Options);

    /// <summary>Reads a mapping that is part of a file.</summary>
    /// <exception cref="JsonException">The element is not a mapping; the path says where.</exception>
    public static TableMapping Parse(JsonElement json) =>
        json.Deserialize<TableMapping>(Options) ?? throw new JsonException("A mapping cannot be null.");

    /// <summary>The mapping as people like to read it: what has its default is left out.</summary>
    public static JsonNode ToShortNode(TableMapping mapping) => JsonSerializer.SerializeToNode(mapping, Short)!;

    private static void LeaveDefaultsOut(JsonTypeInfo type)
    {
        object? plain = type.Type == typeof(FieldMapping) ? new FieldMapping()
            : type.Type == typeof(TableMapping) ? new TableMapping { Name = "", BcTable = "", SalesTable = "", Fields = [] }
            : null;
        if (plain is null)
            return;
        foreach (var property in type.Properties.Where(property => !property.IsRequired && property.Name != "direction"))
        {
            var usual = property.Get!(plain);
            property.ShouldSerialize = (_, value) => value is not IReadOnlyCollection<string> { Count: 0 } && !Equals(value, usual);
        }
    }
}
