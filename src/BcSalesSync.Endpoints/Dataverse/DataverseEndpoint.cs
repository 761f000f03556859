using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Dataverse.Choices;
using BcSalesSync.Endpoints.Dataverse.Errors;
using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Endpoints.Dataverse.Rows;
using BcSalesSync.Endpoints.Dataverse.Transport;
using BcSalesSync.Endpoints.Dataverse.Writing.Units;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Engine.Ports;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Access;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Endpoints.Dataverse;

/// <summary>
/// Dynamics 365 Sales over the Dataverse Web API (spec/wire-dataverse.md). Tables are called by logical name, columns by logical attribute
/// name;
/// set names, navigation names and annotations stay inside. The options of a choice column are a table as well, called by table and
/// column, for example account.paymenttermscode. Safe for parallel use.
/// </summary>
public sealed class DataverseEndpoint : IEndpoint, IDisposable
{
    private readonly WireClient wire;
    private readonly MetadataCache metadata;
    private readonly Remembered<EndpointFacts> facts;
    private readonly RowTables rows;
    private readonly ChoiceTables choices;
    private readonly UnitWriter units;
    private readonly AccessReader access;

    private DataverseEndpoint(WireClient wire, Uri baseAddress, DataverseOptions options)
    {
        this.wire = wire;
        var client = new DataverseClient(wire, baseAddress);
        metadata = new MetadataCache(client);
        facts = new Remembered<EndpointFacts>(new FactsReader(client, options.FindCompany).ReadAsync);
        access = new AccessReader(client, metadata);
        rows = new RowTables(client, metadata, options.PageSize, options.BatchSize, wire.Settings.MaxConcurrency);
        choices = new ChoiceTables(client, metadata);
        units = new UnitWriter(client, metadata, options.BatchSize, wire.Settings.MaxConcurrency);
    }

    /// <inheritdoc/>
    public SystemSide Side => SystemSide.Sales;

    /// <inheritdoc/>
    public DateTimeOffset? ServerTime => wire.ServerTime;

    /// <summary>What is known about the tables.</summary>
    internal MetadataCache Metadata => metadata;

    /// <summary>Makes an endpoint; nothing is sent yet.</summary>
    /// <param name="options">Address and sizes.</param>
    /// <param name="http">How requests are sent and repeated.</param>
    /// <param name="handler">Way to the network; stays the caller's.</param>
    /// <param name="tokens">Source of access tokens.</param>
    /// <param name="ids">Source of request ids.</param>
    /// <exception cref="EndpointException">The address is neither https nor on this machine.</exception>
    public static DataverseEndpoint Create(
        DataverseOptions options, HttpSettings http, HttpMessageHandler handler, ITokenSource tokens, IIdSource ids) =>
        Create(options, http, handler, new WireIdentity(string.Empty, tokens), ids);

    /// <summary>Makes an endpoint that shares the lanes of its identity with others; nothing is sent yet.</summary>
    /// <param name="options">Address and sizes.</param>
    /// <param name="http">How requests are sent and repeated.</param>
    /// <param name="handler">Way to the network; stays the caller's.</param>
    /// <param name="identity">The identity.</param>
    /// <param name="ids">Source of request ids.</param>
    /// <exception cref="EndpointException">The address is neither https nor on this machine.</exception>
    public static DataverseEndpoint Create(
        DataverseOptions options, HttpSettings http, HttpMessageHandler handler, WireIdentity identity, IIdSource ids)
    {
        var baseAddress = EndpointAddress.Require(SystemSide.Sales, options.BaseAddress);
        return new DataverseEndpoint(
            new WireClient(handler, [identity], baseAddress, http, DataverseFailures.Rules, ids), baseAddress, options);
    }

    /// <inheritdoc/>
    public Task<EndpointFacts> GetFactsAsync(CancellationToken cancellationToken) => facts.GetAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> GetTableNamesAsync(CancellationToken cancellationToken) => metadata.GetNamesAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<TableSchema?> GetSchemaAsync(string table, CancellationToken cancellationToken) =>
        TablesWith(table).FindSchemaAsync(table, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TableAccess>> GetAccessAsync(IReadOnlyList<string> tables, CancellationToken cancellationToken) =>
        tables.Count > 0 && (await GetFactsAsync(cancellationToken)).UserId is { } user
            ? await access.ReadAsync(user, tables, cancellationToken)
            : [];

    /// <inheritdoc/>
    public IAsyncEnumerable<IReadOnlyList<Record>> ReadAsync(
        string table, IReadOnlyList<string> columns, Filter filter, CancellationToken cancellationToken) =>
        TablesWith(table).ReadAsync(table, columns, filter, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Record>> ReadByIdAsync(
        string table, IReadOnlyList<string> columns, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        TablesWith(table).ReadByIdAsync(table, columns, ids, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Record>> ReadByValueAsync(
        string table,
        IReadOnlyList<string> columns,
        string column,
        IReadOnlyCollection<FieldValue> values,
        CancellationToken cancellationToken) => TablesWith(table).ReadByValueAsync(table, columns, column, values, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ChangePage> ReadChangesAsync(ChangeRequest request, CancellationToken cancellationToken) =>
        TablesWith(request.Table).ReadChangesAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<int> CountAsync(string table, Filter filter, CancellationToken cancellationToken) =>
        TablesWith(table).CountAsync(table, filter, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WriteOutcome>> WriteAsync(
        string table, IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken) =>
        TablesWith(table).WriteAsync(table, writes, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<UnitOutcome>> WriteUnitsAsync(IReadOnlyList<WriteUnit> units, CancellationToken cancellationToken) =>
        this.units.WriteAsync(units, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        facts.Dispose();
        metadata.Dispose();
        wire.Dispose();
    }

    private ITables TablesWith(string table) => ChoiceColumn.TryParse(table) is null ? rows : choices;
}
