using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Dataverse.ServiceClient.Changes;
using BcSalesSync.Dataverse.ServiceClient.Organization;
using BcSalesSync.Dataverse.ServiceClient.Reading;
using BcSalesSync.Dataverse.ServiceClient.Writing;
using BcSalesSync.Endpoints.Dataverse;
using BcSalesSync.Endpoints.Dataverse.Choices;
using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Access;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;
using Record = BcSalesSync.Engine.Records.Record;

namespace BcSalesSync.Dataverse.ServiceClient;

/// <summary>
/// Dynamics 365 Sales over the organization service (spec/wire-dataverse.md 13.3). Rows are read and written there; definitions, facts, privileges, the
/// options of choices, and changes of tables without change tracking come over the Web API as otherwise. Safe for parallel use.
/// </summary>
internal sealed class ServiceClientEndpoint : IEndpoint, IDisposable
{
    private readonly DataverseEndpoint web;
    private readonly IOrganization organization;
    private readonly QueryReader reader;
    private readonly EntityChanges changes;
    private readonly EntityWriter writer;
    private readonly Transactions transactions;

    /// <summary>Creates the endpoint; nothing is sent yet.</summary>
    /// <param name="web">The same organisation over the Web API; stays the caller's.</param>
    /// <param name="organization">The organization service, which ends with the endpoint.</param>
    /// <param name="options">Sizes.</param>
    /// <param name="concurrency">Messages under way at the same time at most.</param>
    internal ServiceClientEndpoint(DataverseEndpoint web, IOrganization organization, DataverseOptions options, int concurrency)
    {
        this.web = web;
        this.organization = organization;
        reader = new QueryReader(organization, options.PageSize);
        changes = new EntityChanges(organization, options.PageSize);
        writer = new EntityWriter(organization, web.Metadata, options.BatchSize, concurrency);
        transactions = new Transactions(organization, web.Metadata, concurrency);
    }

    /// <inheritdoc/>
    public SystemSide Side => SystemSide.Sales;

    /// <inheritdoc/>
    public DateTimeOffset? ServerTime => web.ServerTime;

    /// <inheritdoc/>
    public Task<EndpointFacts> GetFactsAsync(CancellationToken cancellationToken) => web.GetFactsAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> GetTableNamesAsync(CancellationToken cancellationToken) => web.GetTableNamesAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<TableSchema?> GetSchemaAsync(string table, CancellationToken cancellationToken) => web.GetSchemaAsync(table, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<TableAccess>> GetAccessAsync(IReadOnlyList<string> tables, CancellationToken cancellationToken) =>
        web.GetAccessAsync(tables, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<Record>> ReadAsync(
        string table, IReadOnlyList<string> columns, Filter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = IsChoice(table)
            ? web.ReadAsync(table, columns, filter, cancellationToken)
            : reader.ReadAsync(await FindAsync(table, cancellationToken), columns, filter, cancellationToken);
        await foreach (var page in pages)
            yield return page;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Record>> ReadByIdAsync(
        string table, IReadOnlyList<string> columns, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        if (IsChoice(table))
            return await web.ReadByIdAsync(table, columns, ids, cancellationToken);
        var definition = await FindAsync(table, cancellationToken);
        var given = ids.Select(id => FieldValue.Id(id)).Where(id => !id.IsEmpty);
        return await reader.ReadAsync(definition, columns, definition.IdAttribute, given, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Record>> ReadByValueAsync(
        string table,
        IReadOnlyList<string> columns,
        string column,
        IReadOnlyCollection<FieldValue> values,
        CancellationToken cancellationToken) => IsChoice(table)
            ? await web.ReadByValueAsync(table, columns, column, values, cancellationToken)
            : await reader.ReadAsync(await FindAsync(table, cancellationToken), columns, column, values, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChangePage> ReadChangesAsync(
        ChangeRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = IsChoice(request.Table) ? null : await FindAsync(request.Table, cancellationToken);
        var pages = table is { TracksChanges: true }
            ? changes.ReadAsync(table, request, cancellationToken)
            : web.ReadChangesAsync(request, cancellationToken);
        await foreach (var page in pages)
            yield return page;
    }

    /// <inheritdoc/>
    public async Task<int> CountAsync(string table, Filter filter, CancellationToken cancellationToken) => IsChoice(table)
        ? await web.CountAsync(table, filter, cancellationToken)
        : await reader.CountAsync(await FindAsync(table, cancellationToken), filter, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteOutcome>> WriteAsync(
        string table, IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken) => IsChoice(table)
            ? await web.WriteAsync(table, writes, cancellationToken)
            : await writer.WriteAsync(await FindAsync(table, cancellationToken), writes, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<UnitOutcome>> WriteUnitsAsync(IReadOnlyList<WriteUnit> units, CancellationToken cancellationToken) =>
        transactions.WriteAsync(units, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => organization.Dispose();

    private Task<TableDefinition> FindAsync(string table, CancellationToken cancellationToken) =>
        web.Metadata.GetTableAsync(table, cancellationToken);

    private static bool IsChoice(string table) => ChoiceColumn.TryParse(table) is not null;
}
