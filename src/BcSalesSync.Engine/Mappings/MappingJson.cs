using System.Text.Json;
using System.Text.Json.Serialization;

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
}
