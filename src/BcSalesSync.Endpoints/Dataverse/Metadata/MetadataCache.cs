using System.Collections.Concurrent;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Dataverse.Reading;
using BcSalesSync.Endpoints.Dataverse.Transport;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Dataverse.Metadata;

/// <summary>Reads metadata once and keeps it: definitions table by table, support of bulk messages for all tables together.</summary>
internal sealed class MetadataCache : IDisposable
{
    private const string DefinitionOptions =
        "?$select=LogicalName,EntitySetName,PrimaryIdAttribute,PrimaryNameAttribute,ChangeTrackingEnabled,IsOptimisticConcurrencyEnabled"
        + "&$expand=Attributes,ManyToOneRelationships"
        + "($select=ReferencingAttribute,ReferencedEntity,ReferencingEntityNavigationPropertyName)";

    private const string PicklistOptions =
        "/Attributes/Microsoft.Dynamics.CRM.PicklistAttributeMetadata?$select=LogicalName&$expand=OptionSet,GlobalOptionSet";

    private readonly DataverseClient client;
    private readonly ConcurrentDictionary<string, Remembered<TableDefinition?>> tables = new();
    private readonly Remembered<BulkSupport> bulkSupport;
    private readonly Remembered<IReadOnlyList<string>> names;

    internal MetadataCache(DataverseClient client)
    {
        this.client = client;
        bulkSupport = new Remembered<BulkSupport>(ReadBulkSupportAsync);
        names = new Remembered<IReadOnlyList<string>>(ReadNamesAsync);
    }

    /// <summary>A table; null when the organisation lacks it.</summary>
    internal Task<TableDefinition?> FindTableAsync(string table, CancellationToken cancellationToken) =>
        tables.GetOrAdd(table, name => new Remembered<TableDefinition?>(token => ReadTableAsync(name, token))).GetAsync(cancellationToken);

    /// <summary>Reads a table anew when it is next asked for.</summary>
    internal void Forget(string table) => tables.TryRemove(table, out _);

    /// <summary>A table that must exist.</summary>
    /// <exception cref="EndpointException">The organisation lacks it.</exception>
    internal async Task<TableDefinition> GetTableAsync(string table, CancellationToken cancellationToken) =>
        await FindTableAsync(table, cancellationToken) ?? throw new EndpointException(SystemSide.Sales, Missing(table));

    /// <summary>Says that the organisation lacks a table.</summary>
    internal static EndpointFailure Missing(string table) =>
        new(FailureClass.Capability, "table", $"Sales does not offer the table {table}.");

    /// <summary>Names of all tables.</summary>
    internal Task<IReadOnlyList<string>> GetNamesAsync(CancellationToken cancellationToken) => names.GetAsync(cancellationToken);

    /// <summary>Which tables take bulk messages.</summary>
    internal Task<BulkSupport> GetBulkSupportAsync(CancellationToken cancellationToken) => bulkSupport.GetAsync(cancellationToken);

    /// <summary>Entity sets of tables references lead to; tables the organisation lacks are absent.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> FindSetNamesAsync(
        IEnumerable<string> targets, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>();
        foreach (var target in targets)
        {
            var set = KnownSets.ByTable.GetValueOrDefault(target) ?? (await FindTableAsync(target, cancellationToken))?.SetName;
            if (set is not null)
                names[target] = set;
        }

        return names;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        bulkSupport.Dispose();
        names.Dispose();
        foreach (var table in tables.Values)
            table.Dispose();
    }

    private async Task<TableDefinition?> ReadTableAsync(string table, CancellationToken cancellationToken)
    {
        var root = $"EntityDefinitions(LogicalName='{Uri.EscapeDataString(table)}')";
        using var answer = await client.GetManyAsync([root + DefinitionOptions, root + PicklistOptions], null, cancellationToken);
        var (definition, picklists) = (answer.Parts[0], answer.Parts[1]);
        if (definition.Status == 404)
            return null;
        if (!definition.Succeeded)
            throw new EndpointException(SystemSide.Sales, DataverseClient.FailureOf(definition));
        using var described = AnswerJson.Parse(definition.Body);
        using var listed = picklists.Succeeded ? AnswerJson.Parse(picklists.Body) : null;
        return DefinitionReader.Read(described.RootElement, listed?.RootElement);
    }

    private async Task<IReadOnlyList<string>> ReadNamesAsync(CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync("EntityDefinitions?$select=LogicalName", null, cancellationToken);
        using var answer = AnswerJson.Parse(response.Body);
        return [.. DefinitionReader.Items(answer.RootElement, "value")
            .Select(table => DefinitionReader.Text(table, "LogicalName"))
            .OfType<string>()
            .Order(StringComparer.Ordinal)];
    }

    private async Task<BulkSupport> ReadBulkSupportAsync(CancellationToken cancellationToken)
    {
        string[] messages = ["CreateMultiple", "UpdateMultiple"];
        var addresses = messages.Select(name =>
            $"sdkmessagefilters?$select=primaryobjecttypecode&$filter=sdkmessageid/name%20eq%20'{name}'").ToList();
        using var answer = await client.GetManyAsync(addresses, null, cancellationToken);
        return new BulkSupport(TablesOf(answer.Parts[0]), TablesOf(answer.Parts[1]));
    }

    /// <summary>A refusal leaves the set empty: without the right to look, rows go one by one, which always works.</summary>
    private static HashSet<string> TablesOf(BatchPart part)
    {
        if (!part.Succeeded)
            return [];
        using var answer = AnswerJson.Parse(part.Body);
        return [.. DefinitionReader.Items(answer.RootElement, "value")
            .Select(row => DefinitionReader.Text(row, "primaryobjecttypecode"))
            .OfType<string>()];
    }
}
