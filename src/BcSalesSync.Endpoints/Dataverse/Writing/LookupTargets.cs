using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Dataverse.Writing;

/// <summary>Tables the lookups of writes lead to.</summary>
internal static class LookupTargets
{
    /// <summary>The tables, each once.</summary>
    internal static IEnumerable<string> Of(IEnumerable<RecordWrite> writes, TableDefinition table) =>
        writes.SelectMany(write => write.Values).Select(pair => TargetOf(pair, table)).OfType<string>().Distinct();

    private static string? TargetOf(KeyValuePair<string, FieldValue> pair, TableDefinition table) => pair.Value.Raw switch
    {
        Lookup lookup => lookup.Table,
        Guid when table.Attributes.TryGetValue(pair.Key, out var attribute) && attribute.Column.Targets is [var only] => only,
        _ => null,
    };
}
