using System.Runtime.CompilerServices;
using BcSalesSync.Endpoints.Dataverse.Changes;
using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Endpoints.Dataverse.Reading;
using BcSalesSync.Endpoints.Dataverse.Transport;
using BcSalesSync.Endpoints.Dataverse.Writing;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Endpoints.Dataverse.Rows;

/// <summary>The tables whose records are rows: all that Dataverse itself calls tables.</summary>
internal sealed class RowTables(DataverseClient client, MetadataCache metadata, int pageSize, int batchSize, int concurrency) : ITables
{
    private readonly TableReader reader = new(client, pageSize);
    private readonly ValueReader values = new(client, new TableReader(client, pageSize), pageSize);
    private readonly ChangeReader changes = new(client, pageSize);
    private readonly TableWriter writer = new(client, metadata, batchSize, concurrency);

    /// <inheritdoc/>
    public async Task<TableSchema?> FindSchemaAsync(string table, CancellationToken cancellationToken) =>
        (await metadata.FindTableAsync(table, cancellationToken))?.Schema;

    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<Record>> ReadAsync(
        string table, IReadOnlyList<string> columns, Filter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var definition = await metadata.GetTableAsync(table, cancellationToken);
        await foreach (var page in reader.ReadAsync(definition, columns, filter, cancellationToken))
            yield return page;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Record>> ReadByIdAsync(
        string table, IReadOnlyList<string> columns, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var definition = await metadata.GetTableAsync(table, cancellationToken);
        var given = ids.Select(id => FieldValue.Id(id)).Where(id => !id.IsEmpty);
        return await values.ReadAsync(definition, columns, definition.IdAttribute, given, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Record>> ReadByValueAsync(
        string table,
        IReadOnlyList<string> columns,
        string column,
        IReadOnlyCollection<FieldValue> values,
        CancellationToken cancellationToken)
    {
        var definition = await metadata.GetTableAsync(table, cancellationToken);
        return await this.values.ReadAsync(definition, columns, column, values, cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChangePage> ReadChangesAsync(
        ChangeRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var definition = await metadata.GetTableAsync(request.Table, cancellationToken);
        await foreach (var page in changes.ReadAsync(definition, request, cancellationToken))
            yield return page;
    }

    /// <inheritdoc/>
    public async Task<int> CountAsync(string table, Filter filter, CancellationToken cancellationToken) =>
        await reader.CountAsync(await metadata.GetTableAsync(table, cancellationToken), filter, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteOutcome>> WriteAsync(
        string table, IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken) =>
        await writer.WriteAsync(await metadata.GetTableAsync(table, cancellationToken), writes, cancellationToken);
}
