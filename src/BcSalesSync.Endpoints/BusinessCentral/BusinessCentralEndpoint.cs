using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.BusinessCentral.Batches;
using BcSalesSync.Endpoints.BusinessCentral.Changes;
using BcSalesSync.Endpoints.BusinessCentral.Reading;
using BcSalesSync.Endpoints.BusinessCentral.Writing;
using BcSalesSync.Endpoints.BusinessCentral.Writing.Units;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Engine.Ports;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Access;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Endpoints.BusinessCentral;

/// <summary>One company of Business Central, through the companion API where it is installed and API v2.0 otherwise.</summary>
public sealed class BusinessCentralEndpoint : IEndpoint, IDisposable
{
    // More than five would only queue, to the harm of everybody under the same identity (spec/wire-bc.md 4.1).
    private const int MostAtOnce = 5;

    // People at work want to write too (spec/wire-bc.md 4.2).
    private const int MostWriters = 4;

    private readonly WireClient client;
    private readonly TableCatalog catalog;
    private readonly BorrowedColumns borrowed;
    private readonly TableReader rows;
    private readonly ChunkReader chunks;
    private readonly TableWriter writer;
    private readonly UnitWriter units;
    private readonly RowVersionChanges versionChanges;
    private readonly ModifiedChanges modifiedChanges;

    private BusinessCentralEndpoint(BcApi api, int identities)
    {
        client = api.Client;
        catalog = new TableCatalog(api);
        var line = new BatchLine(api);
        var batches = new BatchRunner(line);
        chunks = new ChunkReader(api, batches);
        borrowed = new BorrowedColumns(catalog, chunks);
        rows = new TableReader(api, borrowed);
        var concurrency = Math.Min(api.Options.Http.Concurrency, MostWriters) * identities;
        writer = new TableWriter(line, batches, api.Options.BatchSize, concurrency);
        units = new UnitWriter(catalog, borrowed, line, concurrency);
        var deletions = new DeletionReader(catalog, rows);
        versionChanges = new RowVersionChanges(catalog, rows, deletions);
        modifiedChanges = new ModifiedChanges(api.Options, catalog, rows, deletions);
    }

    /// <inheritdoc/>
    public SystemSide Side => SystemSide.BusinessCentral;

    /// <inheritdoc/>
    public DateTimeOffset? ServerTime => client.ServerTime;

    /// <summary>Makes an endpoint; nothing is sent before the first call.</summary>
    /// <param name="options">Where the company is.</param>
    /// <param name="handler">Sends the requests, see <see cref="HandlerFactory"/>; it belongs to the caller.</param>
    /// <param name="tokens">Gives access tokens.</param>
    /// <param name="ids">Gives the ids that requests carry for the vendor's support.</param>
    /// <exception cref="EndpointException">An address is unusable: not https beyond this machine, or not one of API v2.0.</exception>
    public static BusinessCentralEndpoint Create(
        BusinessCentralOptions options, HttpMessageHandler handler, ITokenSource tokens, IIdSource ids) =>
        Create(options, handler, [new WireIdentity(string.Empty, tokens)], ids);

    /// <summary>Makes an endpoint whose requests are spread over several identities; nothing is sent before the first call.</summary>
    /// <param name="options">Where the company is.</param>
    /// <param name="handler">Sends the requests, see <see cref="HandlerFactory"/>; it belongs to the caller.</param>
    /// <param name="identities">One or more; each has lanes and limits of its own.</param>
    /// <param name="ids">Gives the ids that requests carry for the vendor's support.</param>
    /// <exception cref="EndpointException">An address is unusable: not https beyond this machine, or not one of API v2.0.</exception>
    public static BusinessCentralEndpoint Create(
        BusinessCentralOptions options, HttpMessageHandler handler, IReadOnlyList<WireIdentity> identities, IIdSource ids)
    {
        var address = EndpointAddress.Require(SystemSide.BusinessCentral, options.Address);
        var http = options.Http with { Concurrency = Math.Min(options.Http.Concurrency, MostAtOnce), MaxConcurrency = MostAtOnce };
        var client = new WireClient(handler, identities, address, http, BcFailureRules.Rules, ids);
        return new BusinessCentralEndpoint(new BcApi(options with { Http = http }, client), identities.Count);
    }

    /// <inheritdoc/>
    public Task<EndpointFacts> GetFactsAsync(CancellationToken cancellationToken) => catalog.GetFactsAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> GetTableNamesAsync(CancellationToken cancellationToken) => catalog.GetNamesAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<TableAccess>> GetAccessAsync(IReadOnlyList<string> tables, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<TableAccess>>([]);

    /// <inheritdoc/>
    public async Task<TableSchema?> GetSchemaAsync(string table, CancellationToken cancellationToken) =>
        (await catalog.FindAsync(table, cancellationToken))?.Schema;

    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<Record>> ReadAsync(
        string table,
        IReadOnlyList<string> columns,
        Filter filter,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in rows.ReadAsync(await catalog.RequireAsync(table, cancellationToken), columns, filter, cancellationToken))
            yield return page;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Record>> ReadByIdAsync(
        string table, IReadOnlyList<string> columns, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var found = await catalog.RequireAsync(table, cancellationToken);
        return await ReadChunksAsync(found, columns, ids.Distinct().Select(id => $"id eq {id}"), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Record>> ReadByValueAsync(
        string table,
        IReadOnlyList<string> columns,
        string column,
        IReadOnlyCollection<FieldValue> values,
        CancellationToken cancellationToken)
    {
        var found = await catalog.RequireAsync(table, cancellationToken);
        var dialect = new BcFilterDialect(found);
        var conditions = values.Distinct().Select(value => new Condition(column, FilterOperator.Equal, value)).ToList();
        var texts = conditions.Select(dialect.Write).ToList();
        if (texts.TrueForAll(text => text is not null))
            return await ReadChunksAsync(found, columns, texts.OfType<string>().Distinct(StringComparer.Ordinal), cancellationToken);

        // The service cannot look for such a value, so the table is read and filtered here.
        var records = new List<Record>();
        await foreach (var page in rows.ReadAsync(found, columns, new AnyOf(conditions), cancellationToken))
            records.AddRange(page);
        return records;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChangePage> ReadChangesAsync(
        ChangeRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await catalog.RequireAsync(request.Table, cancellationToken);
        var pages = table.IsCompanion
            ? versionChanges.ReadAsync(table, request, cancellationToken)
            : modifiedChanges.ReadAsync(table, request, cancellationToken);
        await foreach (var page in pages)
            yield return page;
    }

    /// <inheritdoc/>
    public async Task<int> CountAsync(string table, Filter filter, CancellationToken cancellationToken) =>
        await rows.CountAsync(await catalog.RequireAsync(table, cancellationToken), filter, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WriteOutcome>> WriteAsync(string table, IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken) =>
        WriteRowsAsync(table, writes, null, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WriteOutcome>> WriteGuardedAsync(
        string table, IReadOnlyList<RecordWrite> writes, IWriteGuard guard, CancellationToken cancellationToken) =>
        WriteRowsAsync(table, writes, guard, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<UnitOutcome>> WriteUnitsAsync(IReadOnlyList<WriteUnit> units, CancellationToken cancellationToken) =>
        this.units.WriteAsync(units, null, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<UnitOutcome>> WriteUnitsGuardedAsync(
        IReadOnlyList<WriteUnit> units, IWriteGuard guard, CancellationToken cancellationToken) =>
        this.units.WriteAsync(units, guard, cancellationToken);

    private async Task<IReadOnlyList<WriteOutcome>> WriteRowsAsync(
        string table, IReadOnlyList<RecordWrite> writes, IWriteGuard? guard, CancellationToken cancellationToken)
    {
        if (writes.Count == 0)
            return [];
        var found = await catalog.RequireAsync(table, cancellationToken);
        if (found.Borrowed.Count == 0)
            return await writer.WriteAsync(found, writes, guard, cancellationToken);
        var sent = await borrowed.ReturnAsync(found, writes, cancellationToken);
        var outcomes = await writer.WriteAsync(found, sent, guard, cancellationToken);
        return outcomes.Select((outcome, index) => BorrowedColumns.Restore(writes[index], sent[index], outcome)).ToList();
    }

    private async Task<IReadOnlyList<Record>> ReadChunksAsync(
        BcTable table, IReadOnlyList<string> columns, IEnumerable<string> conditions, CancellationToken cancellationToken)
    {
        var records = await chunks.ReadAsync(table, BorrowedColumns.Stored(table, columns), conditions, cancellationToken);
        return await borrowed.FillAsync(table, columns, records, cancellationToken);
    }

    /// <summary>Ends the endpoint; the handler stays with the caller.</summary>
    public void Dispose()
    {
        catalog.Dispose();
        client.Dispose();
    }
}
