using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using BcSalesSync.Sandbox.OData;
using BcSalesSync.Sandbox.Sales.Options;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace BcSalesSync.Sandbox.Sales.Metadata;

// Answers EntityDefinitions and what lies below it (wire-dataverse 6, 8, E1).
internal sealed class DefinitionReader(OptionCatalog options, InstalledSolutions solutions)
{
    // Definitions do not change, and are the same wherever the same solutions are: they are made once in a process.
    private static readonly ConcurrentDictionary<bool, IReadOnlyList<JsonObject>> Shared = new();

    private readonly IReadOnlyList<JsonObject> _definitions = Shared.GetOrAdd(
        solutions.BusinessCentral, _ => [.. solutions.Tables.Select(table => DefinitionTree.Of(table, solutions))]);

    public SalesResponse Read(SalesRequest request)
    {
        var first = request.Path[0];
        if (first.Key is null)
        {
            return request.Path.Count == 1
                ? Many(request, _definitions, MetadataModel.Entity, tellsType: false)
                : throw SalesError.NoSuchResource(request.Path[1].Name);
        }

        var definition = Find(_definitions, first) ?? throw NotFound("Could not find an entity with the specified key: " + first.Key);
        return request.Path.Count == 1 ? One(request, definition, MetadataModel.Entity) : Below(request, definition);
    }

    private SalesResponse Below(SalesRequest request, JsonObject definition)
    {
        var segment = request.Path[1];
        var type = segment.Name switch
        {
            "Attributes" => MetadataModel.Attribute,
            "ManyToOneRelationships" => MetadataModel.Relationship,
            "Keys" => MetadataModel.Key,
            _ => throw SalesError.NoSuchResource(segment.Name),
        };
        var items = definition[segment.Name]!.AsArray().OfType<JsonObject>();
        var isCast = request.Path.Count == 3;
        if (isCast)
        {
            type = MetadataModel.FindCast(request.Path[2].Name) ?? throw SalesError.NoSuchResource(request.Path[2].Name);
            items = items.Where(item => (string?)item[AttributeTree.Cast] == "#" + request.Path[2].Name)
                .Select(item => WithOptions(item, definition));
        }

        return request.Path.Count > 3 ? throw SalesError.NoSuchResource(request.Path[3].Name)
            : segment.Key is null ? Many(request, items, type, tellsType: !isCast && segment.Name == "Attributes")
            : One(request, Find(items, segment) ?? throw NotFound("Could not find an item with the specified key: " + segment.Key), type);
    }

    // Options change while the organisation is in use; the rest of a definition does not.
    private JsonObject WithOptions(JsonObject attribute, JsonObject definition)
    {
        var table = SalesSchema.FindName((string)definition["LogicalName"]!)!;
        var field = table.Find((string)attribute["LogicalName"]!)!;
        if (!AttributeNames.HasOptions(AttributeNames.CastOf(field.Kind)))
        {
            return attribute;
        }

        var complete = attribute.DeepClone().AsObject();
        complete["OptionSet"] = OptionSetTree.Of(table, field, options.Of(table, field));
        return complete;
    }

    private static JsonObject? Find(IEnumerable<JsonObject> items, PathSegment segment)
    {
        var name = segment.NamedKey("LogicalName");
        return items.FirstOrDefault(item =>
            name is null ? (string?)item["MetadataId"] == segment.Key : (string?)item["LogicalName"] == name);
    }

    private static SalesException NotFound(string message) => new(HttpStatusCode.NotFound, "0x80060888", message);

    private static SalesResponse One(SalesRequest request, JsonObject item, IEdmEntityType type)
    {
        var (select, _) = Parse(request, type);
        return new SalesResponse(HttpStatusCode.OK)
        {
            Body = JsonBody.Object(writer =>
            {
                writer.WriteString("@odata.context", $"{request.Api}/$metadata#{request.ResourcePath}/$entity");
                MetadataProjection.WriteMembers(writer, item, type, select, tellsType: false);
            }),
        };
    }

    private static SalesResponse Many(SalesRequest request, IEnumerable<JsonObject> items, IEdmEntityType type, bool tellsType)
    {
        var (select, filter) = Parse(request, type);
        return new SalesResponse(HttpStatusCode.OK)
        {
            Body = JsonBody.Object(writer =>
            {
                writer.WriteString("@odata.context", $"{request.Api}/$metadata#{request.ResourcePath}");
                writer.WriteStartArray("value");
                foreach (var item in items.Where(item => filter is null || MetadataFilter.Matches(item, filter.Expression)))
                {
                    MetadataProjection.Write(writer, item, type, select, tellsType);
                }

                writer.WriteEndArray();
            }),
        };
    }

    private static (SelectExpandClause? Select, FilterClause? Filter) Parse(SalesRequest request, IEdmEntityType type)
    {
        if (request.Options.Keys.FirstOrDefault(name => name is not ("$select" or "$filter" or "$expand")) is { } unknown)
        {
            throw SalesError.OData($"The query parameter {unknown} is not supported.");
        }

        try
        {
            var parser = new ODataQueryOptionParser(
                MetadataModel.Edm, type, null, request.Options.ToDictionary(option => option.Key, option => option.Value));
            return (parser.ParseSelectAndExpand(), parser.ParseFilter());
        }
        catch (ODataException exception)
        {
            throw new QueryException(exception.Message, exception);
        }
    }
}
