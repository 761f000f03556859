using System.Net;
using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Protocol;

// Answers POST, PATCH, PUT and DELETE requests on pages, within one unit of work.
internal sealed class BcChanger(SandboxWorld world, BcApi api, BcReader reader, UnitOfWork work)
{
    private const string Namespace = "Microsoft.NAV.";

    private readonly RecordWriter _writer = new(new BcSession(world, work, isPerson: false));

    public BcResponse Change(BcRequest request, BcAddress address)
    {
        if (string.Equals(request.Header("Data-Access-Intent"), "ReadOnly", StringComparison.OrdinalIgnoreCase))
        {
            throw BcException.Refused("BadRequest_InvalidOperation", "A read-only session cannot change data.");
        }

        return (request.Method, address) switch
        {
            ("POST", { Key: null, Part: null }) when address.Page.CanInsert => Insert(request, address),
            ("POST", { Key: { } key, Part: { } action }) when action.StartsWith(Namespace, StringComparison.Ordinal) =>
                Act(request, address, key, action),
            ("POST", { Key: { } key, Part: { } part }) => InsertPart(request, address, key, part),
            ("PATCH" or "PUT", { Key: { } key, Part: null }) when address.Page.CanModify => Modify(request, address, key),
            ("DELETE", { Key: { } key, Part: null }) when address.Page.CanDelete => Delete(request, address, key),
            _ => throw BcException.NoMethod(request.Method),
        };
    }

    private static string? ETagOf(BcRequest request) => request.Header("If-Match")?.Trim();

    private static void CheckETag(string etag, Row row)
    {
        if (etag != "*" && etag != BcJson.ETag(row))
        {
            throw etag.StartsWith("W/\"", StringComparison.Ordinal) && etag.EndsWith('"')
                ? new BcException(HttpStatusCode.Conflict, "Request_EntityChanged", "Another user has already changed the record.")
                : InvalidToken();
        }
    }

    private static BcException InvalidToken() => BcException.Refused(
        "BadRequest_InvalidToken",
        "Could not validate the client concurrency token required by the service. Please provide a valid token in the client request.");

    private BcResponse Insert(BcRequest request, BcAddress address, Guid? parent = null)
    {
        using var json = request.ReadJson();
        var page = address.Page;
        var row = new BcInserter(api, _writer).Insert(page, json.RootElement, parent);
        var location = new Dictionary<string, string> { ["Location"] = $"{request.Base}/{address.Prefix}{page.Set.Name}({row.Id:D})" };
        if (request.Header("Prefer")?.Contains("return-no-content", StringComparison.OrdinalIgnoreCase) == true)
        {
            return new BcResponse(HttpStatusCode.NoContent) { Headers = location };
        }

        return reader.One(request, address, row, HttpStatusCode.Created) with { Headers = location };
    }

    private BcResponse InsertPart(BcRequest request, BcAddress address, Guid key, string part)
    {
        var parent = reader.Find(address, key);
        var page = BcInserter.PartOf(api, address.Page, part) ?? throw BcException.NoSegment(part);
        return page.CanInsert
            ? Insert(request, address with { Page = page, Key = null, Part = null }, parent.Id)
            : throw BcException.NoMethod(request.Method);
    }

    // 204 for an action that makes nothing, else the id of what it made (wire-bc 10 c).
    private BcResponse Act(BcRequest request, BcAddress address, Guid key, string name)
    {
        var action = address.Page.Actions.GetValueOrDefault(name[Namespace.Length..]) ?? throw BcException.NoSegment(name);
        var row = reader.Find(address, key);
        if (ETagOf(request) is { } etag)
        {
            CheckETag(etag, row);
        }

        return action.Run(_writer, row) is not { } made
            ? new BcResponse(HttpStatusCode.NoContent)
            : new BcResponse(HttpStatusCode.OK, BcJson.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("@odata.context", request.Base + "/$metadata#Edm.Guid");
                writer.WriteString("value", made);
                writer.WriteEndObject();
            }));
    }

    private BcResponse Modify(BcRequest request, BcAddress address, Guid key)
    {
        var etag = ETagOf(request) ?? throw InvalidToken();
        var row = reader.Find(address, key);
        CheckETag(etag, row);
        using var json = request.ReadJson();
        var draft = new RowDraft(row);
        new BcBodyReader(api, address.Page, _writer).Apply(draft, json.RootElement);
        return reader.One(request, address, _writer.Modify(draft));
    }

    private BcResponse Delete(BcRequest request, BcAddress address, Guid key)
    {
        var row = reader.Find(address, key);
        if (ETagOf(request) is { } etag)
        {
            CheckETag(etag, row);
        }

        _writer.Delete(row);
        return new BcResponse(HttpStatusCode.NoContent);
    }
}
