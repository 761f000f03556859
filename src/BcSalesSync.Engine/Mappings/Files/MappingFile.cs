using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BcSalesSync.Engine.Mappings.Files;

/// <summary>The JSON form of several mappings: <c>{ "schemaVersion": 1, "mappings": [ ... ] }</c>.</summary>
public static partial class MappingFile
{
    private const int Version = 1;
    private const string VersionMember = "schemaVersion";
    private const string MappingsMember = "mappings";

    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of a file.</summary>
    public static string Write(IEnumerable<TableMapping> mappings) => new JsonObject
    {
        [VersionMember] = Version,
        [MappingsMember] = new JsonArray([.. mappings.Select(MappingJson.ToShortNode)]),
    }.ToJsonString(Readable) + "\n";

    /// <summary>Reads a file; a mapping that cannot be read costs only itself.</summary>
    /// <exception cref="JsonException">The text is no JSON, or none of a version that is known.</exception>
    public static IReadOnlyList<FileEntry> Read(string text)
    {
        var form = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        using var file = JsonDocument.Parse(text, form);
        var root = file.RootElement;
        if (root.ValueKind is not JsonValueKind.Object || !root.TryGetProperty(VersionMember, out var version)
            || version.ValueKind is not JsonValueKind.Number)
            throw new JsonException($"It does not say its {VersionMember}.");
        if (!version.TryGetInt32(out var number) || number != Version)
            throw new JsonException($"Its {VersionMember} is {version}; this release reads {Version}.");
        if (!root.TryGetProperty(MappingsMember, out var mappings) || mappings.ValueKind is not JsonValueKind.Array)
            throw new JsonException($"It has no list of {MappingsMember}.");
        return [.. mappings.EnumerateArray().Select(ReadEntry)];
    }

    private static FileEntry ReadEntry(JsonElement json, int index)
    {
        var name = Text(json, "name") ?? string.Create(CultureInfo.InvariantCulture, $"number {index + 1}");
        try
        {
            var mapping = MappingJson.Parse(json);
            return mapping.Fields is null || mapping.DependsOn is null || mapping.BcFilter is null || mapping.SalesFilter is null
                || mapping.Templates?.Any(template => template?.Values is null || template.Filter is null) is true
                ? new FileEntry(name, null, "Lists and filters cannot be null; leave them out.")
                : new FileEntry(name, mapping, null);
        }
        catch (JsonException problem)
        {
            return new FileEntry(name, null, Where(json, problem));
        }
    }

    // The path leads to a row by its place; people know rows by their fields.
    private static string Where(JsonElement json, JsonException problem)
    {
        var reason = problem.InnerException?.Message ?? TypeNames().Replace(problem.Message.Split(" Path:")[0], string.Empty);
        var row = RowPlace().Match(problem.Path ?? string.Empty);
        if (!row.Success || !json.TryGetProperty("fields", out var fields))
            return $"{problem.Path}: {reason}";
        var place = int.Parse(row.Groups[1].Value, CultureInfo.InvariantCulture);
        var field = fields.EnumerateArray().ElementAtOrDefault(place);
        var names = new[] { Text(field, "bcField"), Text(field, "salesField") }.OfType<string>();
        return string.Create(
            CultureInfo.InvariantCulture, $"field {string.Join(" / ", names)} (row {place + 1}){row.Groups[2].Value}: {reason}");
    }

    private static string? Text(JsonElement json, string member) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString() : null;

    [GeneratedRegex(@"^\$\.fields\[(\d+)\](.*)$")]
    private static partial Regex RowPlace();

    [GeneratedRegex(@"BcSalesSync\.[\w.]*\.")]
    private static partial Regex TypeNames();
}
