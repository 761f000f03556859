using System.Net;
using System.Text.Json;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Reading;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing;

// POST, PATCH and DELETE of one row, and of one column of it (wire-dataverse 2.2, E2 to E5).
internal sealed class RowOperations(SalesOrganization organization, SetReader reader, RowWriter writer, RowRemover remover)
{
    private readonly PayloadReader _payload = new(organization);

    public SalesResponse Create(SalesRequest request, SalesTable table, UnitOfWork work)
    {
        QueryOptions.CheckForRow(request);
        using var body = request.Json();
        var row = writer.Create(ScopeOf(work), table, _payload.Read(body.RootElement, table, request.References));
        return Written(request, table, row, created: true);
    }

    // Changes the row, or creates it when it is missing; If-Match and If-None-Match forbid the one or the other.
    public SalesResponse Upsert(SalesRequest request, SalesTable table, Guid id, UnitOfWork work)
    {
        QueryOptions.CheckForRow(request);
        using var body = request.Json();
        var input = _payload.Read(body.RootElement, table, request.References);
        if (input.Id is { } given && given != id)
        {
            throw SalesError.Argument("The primary key in the body is not that of the address.");
        }

        input.Id = id;
        var row = organization.Find(table, id);
        if (row is not null && request.Header("If-None-Match") == "*")
        {
            throw SalesError.Exists();
        }

        if (row is null && request.Header("If-Match") is null)
        {
            return Written(request, table, writer.Create(ScopeOf(work), table, input), created: true);
        }

        CheckMatch(request, table, id);
        return Written(request, table, writer.Update(ScopeOf(work), table, id, input), created: false);
    }

    public SalesResponse Delete(SalesRequest request, SalesTable table, Guid id, UnitOfWork work)
    {
        CheckMatch(request, table, id);
        remover.Delete(ScopeOf(work), table, id);
        return new SalesResponse(HttpStatusCode.NoContent);
    }

    // PUT {set}(id)/{column} with {"value":…}.
    public SalesResponse SetColumn(SalesRequest request, SalesTable table, Guid id, string column, UnitOfWork work)
    {
        using var body = request.Json();
        var value = body.RootElement.TryGetProperty("value", out var found)
            ? found
            : throw SalesError.OData("The property 'value' is missing.");
        using var row = JsonDocument.Parse(JsonSerializer.Serialize(new Dictionary<string, JsonElement> { [column] = value }));
        writer.Update(ScopeOf(work), table, id, _payload.Read(row.RootElement, table, request.References));
        return new SalesResponse(HttpStatusCode.NoContent);
    }

    // DELETE {set}(id)/{column} and DELETE {set}(id)/{navigation}/$ref.
    public SalesResponse ClearColumn(SalesTable table, Guid id, string name, UnitOfWork work)
    {
        var field = table.FindNavigation(name)?.Field ?? table.FindWire(name) ?? throw SalesError.NoSuchResource(name);
        var input = new RowInput();
        input.Values[field] = null;
        writer.Update(ScopeOf(work), table, id, input);
        return new SalesResponse(HttpStatusCode.NoContent);
    }

    // PUT {set}(id)/{navigation}/$ref with {"@odata.id":…}.
    public SalesResponse SetReference(SalesRequest request, SalesTable table, Guid id, string navigation, UnitOfWork work)
    {
        using var body = request.Json();
        var address = body.RootElement.TryGetProperty("@odata.id", out var found)
            ? found
            : throw SalesError.OData("'@odata.id' is missing.");
        using var row = JsonDocument.Parse(
            JsonSerializer.Serialize(new Dictionary<string, JsonElement> { [navigation + "@odata.bind"] = address }));
        writer.Update(ScopeOf(work), table, id, _payload.Read(row.RootElement, table, request.References));
        return new SalesResponse(HttpStatusCode.NoContent);
    }

    private static WriteScope ScopeOf(UnitOfWork work) => new(work, SalesOrganization.IntegrationUser);

    private SalesResponse Written(SalesRequest request, SalesTable table, Row row, bool created)
    {
        var path = $"{table.SetName}({row.Id:D})";
        var answer = request.Preferences.ReturnsRow
            ? reader.RowAnswer(request, table, row, created ? HttpStatusCode.Created : HttpStatusCode.OK)
            : new SalesResponse(HttpStatusCode.NoContent)
            {
                EntityId = $"{request.Api}/{path}",
                IsCreation = created,
                PreferenceApplied = request.Preferences.Applied("odata.include-annotations"),
            };
        return answer with { RowPath = path };
    }

    private void CheckMatch(SalesRequest request, SalesTable table, Guid id)
    {
        var row = organization.Find(table, id) ?? throw SalesError.Gone(table, id);
        if (request.Header("If-Match") is { } match && match != "*" && match != RowFormat.ETagOf(row))
        {
            throw SalesError.Stale();
        }
    }
}
