using BcSalesSync.Endpoints.BusinessCentral.Batches;
using BcSalesSync.Endpoints.OData;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.BusinessCentral.Writing;

/// <summary>Writes and actions as requests of a batch.</summary>
internal static class RowOperation
{
    /// <summary>A write; a create may carry rows that are created with it.</summary>
    public static BatchOperation Of(BcTable table, RecordWrite write, NestedRows? nested = null)
    {
        if (write.Kind == WriteKind.Delete)
            return new BatchOperation("DELETE", PathOf(table, write.Id), write.IfMatch ?? "*");
        var isCreate = write.Kind == WriteKind.Create;
        var query = new ODataQuery { Select = table.Select(AnsweredColumns(table, write)) };
        if (PartLink.Of(table, write) is var (link, owner))
        {
            var below = query.Append(link.PathBelow(table, owner));
            return new BatchOperation("POST", below, null, json => BodyWriter.Write(json, table, link.Strip(write), nested));
        }

        var url = query.Append(isCreate ? table.Path : PathOf(table, write.Id));
        return isCreate
            ? new BatchOperation("POST", url, null, json => BodyWriter.Write(json, table, write, nested))
            {
                HasOwnId = write.Id is not null && table.Schema.AcceptsClientIds,
            }
            : new BatchOperation("PATCH", url, write.IfMatch ?? "*", json => BodyWriter.Write(json, table, write));
    }

    /// <summary>An action of a record.</summary>
    public static BatchOperation OfAction(BcTable table, Guid id, string name) =>
        new("POST", $"{PathOf(table, id)}/Microsoft.NAV.{name}", "*", json =>
        {
            json.WriteStartObject();
            json.WriteEndObject();
        });

    /// <summary>What the service answers to a write besides stamps: the written columns and the number.</summary>
    public static IEnumerable<string> AnsweredColumns(BcTable table, RecordWrite write) =>
        write.Values
            .Select(pair => pair.Key)
            .Concat(table.Schema.NumberColumn is { } number ? [number] : [])
            .Distinct(StringComparer.Ordinal);

    private static string PathOf(BcTable table, Guid? id) => $"{table.Path}({id})";
}
