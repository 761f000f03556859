using System.Net;
using BcSalesSync.Sandbox.OData;
using BcSalesSync.Sandbox.Sales.Actions;
using BcSalesSync.Sandbox.Sales.Changes;
using BcSalesSync.Sandbox.Sales.Metadata;
using BcSalesSync.Sandbox.Sales.Privileges;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Reading;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Sales.Writing;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales;

// Leads one operation to the part of the Web API that answers it.
internal sealed class OperationRouter
{
    private readonly SalesOrganization _organization;
    private readonly SetReader _reader;
    private readonly ChangeReader _changes;
    private readonly RowOperations _rows;
    private readonly MultipleMessages _multiple;
    private readonly DefinitionReader _definitions;
    private readonly SalesActions _actions;
    private readonly UserPrivileges _privileges;
    private readonly AccessGuard _guard;

    public OperationRouter(SalesOrganization organization, RowWriter writer, RowRemover remover)
    {
        _organization = organization;
        _reader = new SetReader(organization.Model, organization.World.Store);
        _changes = new ChangeReader(organization);
        _rows = new RowOperations(organization, _reader, writer, remover);
        _multiple = new MultipleMessages(organization, writer);
        _definitions = new DefinitionReader(organization.Options, organization.Solutions);
        _actions = new SalesActions(organization, writer, _reader);
        _privileges = new UserPrivileges(organization.World.Privileges, organization.Solutions);
        _guard = new AccessGuard(organization.World.Privileges);
    }

    // Does the operation within the given work; a refusal leaves what was done to be rolled back by the caller.
    public SalesResponse Handle(SalesRequest request, UnitOfWork work)
    {
        try
        {
            return Route(request, work);
        }
        catch (SalesException refusal)
        {
            return ErrorAnswer.Of(refusal, request.Preferences);
        }
        catch (QueryException refusal)
        {
            return ErrorAnswer.Of(SalesError.OData(refusal.Message), request.Preferences);
        }
    }

    private SalesResponse Route(SalesRequest request, UnitOfWork work)
    {
        if (request.Path.Count == 0)
        {
            throw SalesError.NoSuchResource("");
        }

        var first = request.Path[0];
        if (request.Method == "GET" && Unbound(request, first) is { } answer)
        {
            return answer;
        }

        if (request is { Method: "POST", Path: [{ Key: null }] } && _actions.FindUnbound(first.Name) is { } action)
        {
            return action.Run(request, work);
        }

        var table = _organization.Solutions.FindSet(first.Name) ?? throw SalesError.NoSuchResource(first.Name);
        _guard.Check(request, table);
        return first.Key is null ? OnSet(request, table, work) : OnRow(request, table, first.Id(), work);
    }

    private SalesResponse? Unbound(SalesRequest request, PathSegment first) => first.Name switch
    {
        "WhoAmI" => OrganizationFunctions.WhoAmI(request, _organization.Id),
        "RetrieveVersion" => OrganizationFunctions.Version(request),
        "EntityDefinitions" => _definitions.Read(request),
        "$metadata" => Model(),
        _ => null,
    };

    private SalesResponse OnSet(SalesRequest request, SalesTable table, UnitOfWork work)
    {
        var rest = request.Path.Skip(1).Select(segment => segment.Name).ToList();
        switch (request.Method, rest)
        {
            case ("GET", []):
                return ChangeReader.IsAsked(request) ? _changes.Read(request, table) : _reader.ReadSet(request, table);
            case ("GET", ["$count"]):
                return ChangeReader.IsAsked(request) ? _changes.Count(request, table) : _reader.Count(request, table);
            case ("POST", []):
                return _rows.Create(request, table, work);
            case ("POST", [var name]) when _actions.FindOnSet(table, name) is { } action:
                return action.Run(request, work);
            case ("POST", [var message]) when MultipleMessages.IsMessage(message):
                return _multiple.Handle(request, table, message, work);
            case (_, [var segment, ..]):
                throw SalesError.NoSuchResource(segment);
            default:
                throw SalesError.NotSupported($"The method {request.Method} is not supported on the set '{table.SetName}'.");
        }
    }

    private SalesResponse OnRow(SalesRequest request, SalesTable table, Guid id, UnitOfWork work)
    {
        var rest = request.Path.Skip(1).Select(segment => segment.Name).ToList();
        return (request.Method, rest) switch
        {
            ("GET", []) => _reader.ReadRow(request, table, id),
            ("GET", [UserPrivileges.Function]) when table == SalesSchema.User => _privileges.Of(request, id),
            ("PATCH", []) => _rows.Upsert(request, table, id, work),
            ("DELETE", []) => _rows.Delete(request, table, id, work),
            ("PUT", [var column]) => _rows.SetColumn(request, table, id, column, work),
            ("PUT", [var navigation, "$ref"]) => _rows.SetReference(request, table, id, navigation, work),
            ("DELETE", [var name]) => _rows.ClearColumn(table, id, name, work),
            ("DELETE", [var name, "$ref"]) => _rows.ClearColumn(table, id, name, work),
            ("POST", [var name]) when _actions.FindOnRow(table, name) is { } action => action.Run(id, work),
            (_, [var segment, ..]) => throw SalesError.NoSuchResource(segment),
            _ => throw SalesError.NotSupported($"The method {request.Method} is not supported on a row of '{table.SetName}'."),
        };
    }

    private SalesResponse Model() => new(HttpStatusCode.OK) { ContentType = "application/xml", Body = _organization.Model.Document.Content };
}
