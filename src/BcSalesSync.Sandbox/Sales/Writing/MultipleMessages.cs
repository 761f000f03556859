using System.Net;
using System.Text.Json;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Reading;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing;

// CreateMultiple, UpdateMultiple and UpsertMultiple: all rows of the request or none (wire-dataverse 3.1, E7, E8).
internal sealed class MultipleMessages(SalesOrganization organization, RowWriter writer)
{
    private const string Prefix = SalesModel.Namespace + ".";

    private readonly PayloadReader _payload = new(organization);

    public static bool IsMessage(string segment) =>
        segment is Prefix + "CreateMultiple" or Prefix + "UpdateMultiple" or Prefix + "UpsertMultiple";

    public SalesResponse Handle(SalesRequest request, SalesTable table, string message, UnitOfWork work)
    {
        if (!table.TakesMultiple)
        {
            throw SalesError.NoSuchResource(message);
        }

        using var body = request.Json();
        var inputs = Targets(body.RootElement, table).Select(target => Read(target, table, request.References)).ToList();
        var scope = new WriteScope(work, SalesOrganization.IntegrationUser, InSet: true);
        switch (message[Prefix.Length..])
        {
            case "CreateMultiple":
                return Created(request, inputs.Select(input => writer.Create(scope, table, input).Id).ToList());
            case "UpdateMultiple":
                CheckDistinct(inputs);
                inputs.ForEach(input => writer.Update(scope, table, IdOf(input), input));
                break;
            default:
                CheckDistinct(inputs);
                inputs.ForEach(input => Upsert(scope, table, input));
                break;
        }

        return new SalesResponse(HttpStatusCode.NoContent);
    }

    private static SalesResponse Created(SalesRequest request, List<Guid> ids) => new(HttpStatusCode.OK)
    {
        Body = JsonBody.Object(writer =>
        {
            writer.WriteString("@odata.context", $"{request.Api}/$metadata#{Prefix}CreateMultipleResponse");
            writer.WriteStartArray("Ids");
            foreach (var id in ids)
            {
                writer.WriteStringValue(id);
            }

            writer.WriteEndArray();
        }),
    };

    private static JsonElement.ArrayEnumerator Targets(JsonElement body, SalesTable table)
    {
        if (!body.TryGetProperty("Targets", out var targets) || targets.ValueKind != JsonValueKind.Array)
        {
            throw SalesError.Payload(table, "The parameter 'Targets' is missing.");
        }

        return targets.GetArrayLength() > 0 ? targets.EnumerateArray() : throw SalesError.Argument("The parameter 'Targets' is empty.");
    }

    private RowInput Read(JsonElement target, SalesTable table, ContentReferences references)
    {
        var type = target.ValueKind == JsonValueKind.Object && target.TryGetProperty("@odata.type", out var given)
            ? given.GetString()
            : null;
        if (type?.TrimStart('#') != Prefix + table.Name)
        {
            throw SalesError.Payload(
                table, type is null ? "A target has no '@odata.type'." : $"The type '{type}' of a target is not that of the set.");
        }

        var input = _payload.Read(target, table, references);
        if (target.TryGetProperty("@odata.id", out var address))
        {
            input.Id = BindAddress.Read(address.GetString() ?? "", references).Id;
        }

        return input;
    }

    private static Guid IdOf(RowInput input) => input.Id ?? throw SalesError.Argument("A target has no primary key.");

    // Two writes of one row in a request wait for each other.
    private static void CheckDistinct(List<RowInput> inputs)
    {
        if (inputs.Select(IdOf).Distinct().Count() < inputs.Count)
        {
            throw SalesError.Deadlock();
        }
    }

    private void Upsert(WriteScope scope, SalesTable table, RowInput input)
    {
        if (organization.Find(table, IdOf(input)) is null)
        {
            writer.Create(scope, table, input);
        }
        else
        {
            writer.Update(scope, table, IdOf(input), input);
        }
    }
}
