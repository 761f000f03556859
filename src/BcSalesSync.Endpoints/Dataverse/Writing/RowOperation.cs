using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Endpoints.Dataverse.Reading;
using BcSalesSync.Endpoints.Dataverse.Transport;
using BcSalesSync.Endpoints.OData;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Dataverse.Writing;

/// <summary>Writes as operations of a batch. An update never creates: without a token it asks for any version of the row.</summary>
internal static class RowOperation
{
    /// <summary>A write that is answered with the selected columns.</summary>
    internal static BatchOperation Of(TableDefinition table, RowWriter rows, RecordWrite write, Selection answered)
    {
        var headers = new List<KeyValuePair<string, string>>();
        var match = write.IfMatch ?? (write.Kind == WriteKind.Update ? "*" : null);
        if (match is not null && write.Kind != WriteKind.Create)
            headers.Add(new("If-Match", match));
        if (write.Kind == WriteKind.Delete)
            return new BatchOperation(HttpMethod.Delete, $"{table.SetName}({write.Id})", headers);
        headers.Add(new("Prefer", answered.NeedsAnnotations ? $"return=representation,{Preference.Annotations}" : "return=representation"));
        var isCreate = write.Kind == WriteKind.Create;
        var address = new ODataQuery { Select = answered.Names }.Append(isCreate ? table.SetName : $"{table.SetName}({write.Id})");
        return new BatchOperation(isCreate ? HttpMethod.Post : HttpMethod.Patch, address, headers, rows.WriteRow(write));
    }

    /// <summary>What the service is asked to answer to writes: the written columns and the stamps.</summary>
    internal static Selection AnswerFor(TableDefinition table, IEnumerable<RecordWrite> writes) => Selection.Of(
        table,
        writes.SelectMany(write => write.Values)
            .Select(pair => pair.Key)
            .Where(column => table.Attributes.TryGetValue(column, out var attribute) && attribute.CanRead));
}
