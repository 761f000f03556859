using System.Net;
using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Protocol;

// Answers POST, PATCH, PUT and DELETE requests on pages, within one unit of work.
internal sealed class BcChanger(SandboxWorld world, BcReader reader, UnitOfWork work)
{
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
            ("POST", { Part: { } action }) when action.StartsWith("Microsoft.NAV.", StringComparison.Ordinal) =>
                throw BcException.NoSegment(action),
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

    private BcResponse Insert(BcRequest request, BcAddress address)
    {
        using var json = request.ReadJson();
        var page = address.Page;
        var draft = _writer.New(page.Set.Table, BcBodyReader.ChosenId(page, json.RootElement));
        new BcBodyReader(page, _writer).Apply(draft, json.RootElement);
        var row = _writer.Insert(draft);
        var location = new Dictionary<string, string> { ["Location"] = $"{request.Base}/{address.Prefix}{page.Set.Name}({row.Id:D})" };
        if (request.Header("Prefer")?.Contains("return-no-content", StringComparison.OrdinalIgnoreCase) == true)
        {
            return new BcResponse(HttpStatusCode.NoContent) { Headers = location };
        }

        return reader.One(request, address, row, HttpStatusCode.Created) with { Headers = location };
    }

    private BcResponse Modify(BcRequest request, BcAddress address, Guid key)
    {
        var etag = ETagOf(request) ?? throw InvalidToken();
        var row = reader.Find(address, key);
        CheckETag(etag, row);
        using var json = request.ReadJson();
        var draft = new RowDraft(row);
        new BcBodyReader(address.Page, _writer).Apply(draft, json.RootElement);
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
