using System.Net;
using System.Text.Json;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Reading;
using BcSalesSync.Sandbox.Sales.Writing;
using BcSalesSync.Sandbox.Sales.Writing.Documents;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Actions;

// Wins or closes a quote, fulfils or cancels an order (wire-dataverse 7.3, E14).
internal sealed class CloseDocumentAction(string name, string parameter, int state, SalesOrganization organization, DocumentCloser closer)
    : ISalesAction
{
    // "The reason that goes with the state".
    private const int DefaultReason = -1;
    private const string TypeName = "@odata.type";

    private readonly PayloadReader _payload = new(organization);

    public string Name => name;

    // Whether the action takes any activity, so that the body has to tell which it is.
    public bool NeedsType { get; init; }

    public SalesResponse Run(SalesRequest request, UnitOfWork work)
    {
        using var json = request.Json();
        var body = new ActionBody(name, json.RootElement);
        var reason = body.Number("Status");
        var given = body.Row(parameter);
        CheckType(given);
        var activity = _payload.Read(given, closer.Table, request.References);
        var scope = new WriteScope(work, SalesOrganization.IntegrationUser);
        closer.Close(scope, closer.DocumentOf(activity), state, reason == DefaultReason ? null : reason, activity);
        return new SalesResponse(HttpStatusCode.NoContent);
    }

    private void CheckType(JsonElement activity)
    {
        var expected = $"{SalesModel.Namespace}.{closer.Table.Name}";
        if (activity.TryGetProperty(TypeName, out var type) ? type.ToString().TrimStart('#') != expected : NeedsType)
        {
            throw SalesError.OData($"The parameter '{parameter}' of {name} needs '{TypeName}' with the value '{expected}'.");
        }
    }
}
