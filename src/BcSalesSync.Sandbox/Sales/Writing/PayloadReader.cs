using System.Text.Json;
using BcSalesSync.Sandbox.OData;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;

namespace BcSalesSync.Sandbox.Sales.Writing;

// Reads the columns of a row from a request body: plain values, and look-ups by "navigation@odata.bind" (wire-dataverse 2.2, 6.2, E15).
internal sealed class PayloadReader(SalesOrganization organization)
{
    private const string Bind = "@odata.bind";

    // The control API may write a look-up as its plain value.
    public bool AllowsLookupValues { get; init; }

    public RowInput Read(JsonElement body, SalesTable table, ContentReferences references)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw SalesError.Payload(table, "A row must be a JSON object.");
        }

        var input = new RowInput();
        foreach (var property in body.EnumerateObject())
        {
            var name = property.Name;
            if (name.EndsWith(Bind, StringComparison.Ordinal))
            {
                ReadBind(input, table, name[..^Bind.Length], property.Value, references);
            }
            else if (name == table.Details?.Navigation)
            {
                ReadDetails(input, table.Details, property.Value, references);
            }
            else if (!name.Contains('@', StringComparison.Ordinal))
            {
                ReadValue(input, table, name, property.Value);
            }
        }

        return input;
    }

    private void ReadBind(RowInput input, SalesTable table, string navigation, JsonElement value, ContentReferences references)
    {
        var (field, target) = Navigation(table, navigation) ?? throw SalesError.Payload(
            table,
            $"An undeclared property '{navigation}' which only has property annotations in the payload but no property value was found "
            + "in the payload.");
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                input.Values[field] = null;
                return;
            case JsonValueKind.String:
                var (bound, id) = BindAddress.Read(value.GetString()!, references);
                var expected = field.Kind == FieldKind.Owner
                    ? field.Targets.FirstOrDefault(candidate => candidate.Table == bound.Name)
                    : bound.Name == target.Table ? target : null;
                if (expected is null)
                {
                    throw SalesError.Payload(
                        table, $"The navigation property '{navigation}' cannot be bound to a row of '{bound.SetName}'.");
                }

                input.Values[field] = organization.Find(bound, id) is null ? throw SalesError.Gone(bound, id) : id;
                return;
            default:
                throw SalesError.Payload(table, $"The value of '{navigation}{Bind}' must be an address or null.");
        }
    }

    private (Field Field, LookupTarget Target)? Navigation(SalesTable table, string name) =>
        table.FindNavigation(name) is { } found && organization.Solutions.Has(found.Field) ? found : null;

    private void ReadDetails(RowInput input, DetailRows details, JsonElement value, ContentReferences references)
    {
        var table = SalesSchema.FindName(details.Table)!;
        if (value.ValueKind != JsonValueKind.Array)
        {
            throw SalesError.Payload(table, $"The value of '{details.Navigation}' must be an array.");
        }

        input.Details.AddRange(value.EnumerateArray().Select(row => Read(row, table, references)));
    }

    private void ReadValue(RowInput input, SalesTable table, string name, JsonElement json)
    {
        if (!organization.Solutions.Has(name.TrimStart('_')))
        {
            throw Unknown(table, name);
        }

        var field = table.FindWire(name);
        if (field is null or { IsLookup: true } && !AllowsLookupValues)
        {
            throw field is not null || table.Find(name) is not null || table.FindNavigation(name) is not null
                ? SalesError.LookupAsValue()
                : Unknown(table, name);
        }

        field ??= table.Find(name) ?? throw Unknown(table, name);
        if (!ValueReader.TryRead(json, field.Column.Type, out var value))
        {
            throw SalesError.Payload(
                table, $"Cannot convert the value of '{name}' to the expected type of the column ({field.Kind}).");
        }

        if (field == table.Id)
        {
            input.Id = value as Guid? ?? throw SalesError.Payload(table, $"The primary key '{name}' cannot be null.");
            return;
        }

        // Dataverse keeps no empty texts.
        input.Values[field] = value is string { Length: 0 } ? null : value;
    }

    private static SalesException Unknown(SalesTable table, string name) => SalesError.OData(
        "An error occurred while validating input parameters: Microsoft.OData.ODataException: "
        + $"The property '{name}' does not exist on type 'Microsoft.Dynamics.CRM.{table.Name}'. "
        + "Make sure to only use property names that are defined by the type.");
}
