using System.Net;
using BcSalesSync.Sandbox.OData;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Protocol;

// Takes one request, alone or out of a batch, to its answer; refusals become error payloads.
internal sealed class BcDispatcher(SandboxWorld world, BcApi api, Func<Guid> newCorrelation)
{
    // Longer addresses fail in these two ways (wire-bc 3.1, measured).
    private const int LongestAddress = 15_800;
    private const int CrashingAddress = 18_000;

    private readonly BcReader _reader = new(world, api);

    // Runs one request in the given unit of work, undoing what it did when it fails.
    public BcResponse Dispatch(BcRequest request, UnitOfWork work)
    {
        var savepoint = work.Savepoint();
        try
        {
            return Answer(request, work);
        }
        catch (BcException exception)
        {
            work.RollbackTo(savepoint);
            return Error(exception.Status, exception.Code, exception.Message);
        }
        catch (QueryException exception)
        {
            work.RollbackTo(savepoint);
            var code = exception.Message.StartsWith("Could not find a property", StringComparison.Ordinal)
                ? "BadRequest"
                : "BadRequest_InvalidRequestUrl";
            return Error(HttpStatusCode.BadRequest, code, exception.Message);
        }
    }

    public BcResponse Error(HttpStatusCode status, string code, string message) =>
        new(status, BcJson.Error(code, message, newCorrelation()));

    private BcResponse Answer(BcRequest request, UnitOfWork work)
    {
        CheckLength(request);
        var path = request.Path.Trim('/');
        if (request.Method == "GET" && path.Length == 0)
        {
            return ServiceDocument(request);
        }

        if (request.Method == "GET" && path == "$metadata")
        {
            return Metadata();
        }

        var address = BcAddress.Resolve(request with { Path = path }, api, world.Store);
        return request.Method == "GET"
            ? _reader.Read(request with { Path = path }, address)
            : new BcChanger(world, api, _reader, work).Change(request, address);
    }

    private static void CheckLength(BcRequest request)
    {
        var length = request.Base.Length + request.Path.Length + request.Query.Text.Length;
        if (length > CrashingAddress)
        {
            throw new BcException(HttpStatusCode.InternalServerError, "Internal_ServerError", "The server has run into an error.");
        }

        if (length > LongestAddress)
        {
            throw BcException.Refused("BadRequest_InvalidRequestUrl", "The address of the request is too long.");
        }
    }

    private BcResponse ServiceDocument(BcRequest request) => new(HttpStatusCode.OK, BcJson.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("@odata.context", request.Base + "/$metadata");
        writer.WriteStartArray("value");
        foreach (var page in api.Pages)
        {
            writer.WriteStartObject();
            writer.WriteString("name", page.Set.Name);
            writer.WriteString("kind", "EntitySet");
            writer.WriteString("url", page.Set.Name);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }));

    private BcResponse Metadata() => new(HttpStatusCode.OK, api.Model.Document.Content) { ContentType = "application/xml" };
}
