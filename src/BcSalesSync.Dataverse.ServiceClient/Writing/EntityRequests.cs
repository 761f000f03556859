using BcSalesSync.Dataverse.ServiceClient.Organization;
using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Endpoints.Dataverse.Writing;
using BcSalesSync.Endpoints.Dataverse.Writing.Units;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Dataverse.ServiceClient.Writing;

/// <summary>Writes as messages of the organization service. An update never creates, with or without a version.</summary>
internal static class EntityRequests
{
    private const string VersionCheck = "ConcurrencyBehavior";
    private const int Fulfilled = 100001;

    /// <summary>A step of a unit.</summary>
    internal static OrgRequest Of(PlannedStep step) => step.Fulfils
        ? Fulfilment(step.Table.Definition.Name, step.Write.Id!.Value)
        : Of(step.Table.Definition, step.Write);

    /// <summary>A write.</summary>
    internal static OrgRequest Of(TableDefinition table, RecordWrite write)
    {
        var parameters = new Dictionary<string, object?>
        {
            ["Target"] = write.Kind is WriteKind.Delete ? new OrgReference(table.Name, write.Id!.Value, VersionOf(write)) : Row(table, write),
        };
        if (write.Kind is not WriteKind.Create && write.IfMatch is not null)
            parameters[VersionCheck] = OrgVersionCheck.IfRowVersionMatches;
        return new OrgRequest(write.Kind.ToString(), parameters);
    }

    /// <summary>Rows for one message, all of the same kind.</summary>
    internal static OrgRequest Bulk(TableDefinition table, IReadOnlyList<PlannedWrite> writes)
    {
        var targets = new OrgEntities(table.Name, [.. writes.Select(planned => Row(table, planned.Write))]);
        var name = writes[0].Write.Kind is WriteKind.Create ? "CreateMultiple" : "UpdateMultiple";
        return new OrgRequest(name, new Dictionary<string, object?> { ["Targets"] = targets });
    }

    private static OrgEntity Row(TableDefinition table, RecordWrite write) => new(table.Name, write.Id ?? Guid.Empty)
    {
        RowVersion = write.Kind is WriteKind.Update ? VersionOf(write) : null,
        Values = write.Values.Where(pair => pair.Key != table.IdAttribute)
            .GroupBy(pair => pair.Key)
            .ToDictionary(group => group.Key, group => ValueOf(table.Attributes[group.Key], group.Last().Value)),
    };

    // The token of the Web API holds the version between quotes.
    private static string? VersionOf(RecordWrite write) => write.IfMatch?.Split('"') is [_, var version, _] ? version : write.IfMatch;

    private static object? ValueOf(AttributeDefinition attribute, FieldValue value) => value.Raw switch
    {
        null => null,
        _ when attribute.Column.Kind is FieldKind.Lookup => Reference(RowWriter.TargetOf(attribute.Column, value)),
        decimal number => Number(attribute, number),
        DateOnly date => date.ToDateTime(TimeOnly.MinValue),
        DateTimeOffset time => time.UtcDateTime,
        var plain => plain,
    };

    private static OrgReference Reference(Lookup lookup) => new(lookup.Table, lookup.Id);

    private static object Number(AttributeDefinition attribute, decimal number) => attribute.Type switch
    {
        "Money" => new OrgMoney(number),
        "Picklist" or "State" or "Status" => new OrgChoice(decimal.ToInt32(number)),
        "Integer" => decimal.ToInt32(number),
        "BigInt" => decimal.ToInt64(number),
        "Double" => decimal.ToDouble(number),
        _ when attribute.Column.Kind is FieldKind.Text => FieldValue.Number(number).ToString(),
        _ => number,
    };

    // Sales takes the state from this message and from no write (spec/wire-dataverse.md 7.3).
    private static OrgRequest Fulfilment(string table, Guid order) => new("FulfillSalesOrder", new Dictionary<string, object?>
    {
        ["OrderClose"] = new OrgEntity("orderclose", Guid.Empty)
        {
            Values = new Dictionary<string, object?>
            {
                ["subject"] = "Shipped in Business Central", ["salesorderid"] = new OrgReference(table, order),
            },
        },
        ["Status"] = new OrgChoice(Fulfilled),
    });
}
