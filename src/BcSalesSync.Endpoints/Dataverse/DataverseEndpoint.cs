using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Dataverse.Changes;
using BcSalesSync.Endpoints.Dataverse.Errors;
using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Endpoints.Dataverse.Reading;
using BcSalesSync.Endpoints.Dataverse.Transport;
using BcSalesSync.Endpoints.Dataverse.Writing;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Engine.Ports;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Endpoints.Dataverse;

/// <summary>
/// Dynamics 365 Sales over the Dataverse Web API (spec/wire-dataverse.md). Tables are called by logical name, columns by logical attribute
/// name;
/// set names, navigation names and annotations stay inside. Safe for parallel use.
/// </summary>
public sealed class DataverseEndpoint : IEndpoint, IDisposable
{
    private readonly WireClient wire;
    private readonly MetadataCache metadata;
    private readonly Remembered<EndpointFacts> facts;
    private readonly TableReader reader;
    private readonly ValueReader values;
    private readonly ChangeReader changes;
    private readonly TableWriter writer;

    private DataverseEndpoint(WireClient wire, Uri baseAddress, DataverseOptions options)
    {
        this.wire = wire;
        var client = new DataverseClient(wire, baseAddress);
        metadata = new MetadataCache(client);
        facts = new Remembered<EndpointFacts>(new FactsReader(client, options.FindCompany).ReadAsync);
        reader = new TableReader(client, options.PageSize);
        values = new ValueReader(client, reader, options.PageSize);
        changes = new ChangeReader(client, options.PageSize);
        writer = new TableWriter(client, metadata, options.BatchSize, wire.Settings.MaxConcurrency);
    }

    /// <inheritdoc/>
    public SystemSide Side => SystemSide.Sales;

    /// <summary>Makes an endpoint; nothing is sent yet.</summary>
    /// <param name="options">Address and sizes.</param>
    /// <param name="http">How requests are sent and repeated.</param>
    /// <param name="handler">Way to the network; stays the caller's.</param>
    /// <param name="tokens">Source of access tokens.</param>
    /// <param name="ids">Source of request ids.</param>
    /// <exception cref="EndpointException">The address is neither https nor on this machine.</exception>
    public static DataverseEndpoint Create(
        DataverseOptions options, HttpSettings http, HttpMessageHandler handler, ITokenSource tokens, IIdSource ids)
    {
        var baseAddress = EndpointAddress.Require(SystemSide.Sales, options.BaseAddress);
        return new DataverseEndpoint(
            new WireClient(handler, tokens, baseAddress, http, DataverseFailures.Rules, ids), baseAddress, options);
    }

    /// <inheritdoc/>
    public Task<EndpointFacts> GetFactsAsync(CancellationToken cancellationToken) => facts.GetAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<TableSchema?> GetSchemaAsync(string table, CancellationToken cancellationToken) =>
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

    /// <inheritdoc/>
    public void Dispose()
    {
        facts.Dispose();
        metadata.Dispose();
        wire.Dispose();
    }
}
