using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints.Access;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Engine.Ports.Endpoints;

/// <summary>A system that hands on what it is asked, for those who change some of it.</summary>
internal abstract class DelegatingEndpoint(IEndpoint inner) : IEndpoint
{
    /// <summary>The system that is asked.</summary>
    protected IEndpoint Inner => inner;

    /// <inheritdoc/>
    public SystemSide Side => Inner.Side;

    /// <inheritdoc/>
    public DateTimeOffset? ServerTime => Inner.ServerTime;

    /// <inheritdoc/>
    public virtual Task<EndpointFacts> GetFactsAsync(CancellationToken cancellationToken) => Inner.GetFactsAsync(cancellationToken);

    /// <inheritdoc/>
    public virtual Task<IReadOnlyList<string>> GetTableNamesAsync(CancellationToken cancellationToken) => Inner.GetTableNamesAsync(cancellationToken);

    /// <inheritdoc/>
    public virtual Task<TableSchema?> GetSchemaAsync(string table, CancellationToken cancellationToken) => Inner.GetSchemaAsync(table, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<IReadOnlyList<TableAccess>> GetAccessAsync(IReadOnlyList<string> tables, CancellationToken cancellationToken) =>
        Inner.GetAccessAsync(tables, cancellationToken);

    /// <inheritdoc/>
    public virtual IAsyncEnumerable<IReadOnlyList<Record>> ReadAsync(
        string table, IReadOnlyList<string> columns, Filter filter, CancellationToken cancellationToken) =>
        Inner.ReadAsync(table, columns, filter, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<IReadOnlyList<Record>> ReadByIdAsync(
        string table, IReadOnlyList<string> columns, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        Inner.ReadByIdAsync(table, columns, ids, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<IReadOnlyList<Record>> ReadByValueAsync(
        string table, IReadOnlyList<string> columns, string column, IReadOnlyCollection<FieldValue> values, CancellationToken cancellationToken) =>
        Inner.ReadByValueAsync(table, columns, column, values, cancellationToken);

    /// <inheritdoc/>
    public virtual IAsyncEnumerable<ChangePage> ReadChangesAsync(ChangeRequest request, CancellationToken cancellationToken) =>
        Inner.ReadChangesAsync(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<int> CountAsync(string table, Filter filter, CancellationToken cancellationToken) =>
        Inner.CountAsync(table, filter, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<IReadOnlyList<WriteOutcome>> WriteAsync(
        string table, IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken) => Inner.WriteAsync(table, writes, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<IReadOnlyList<UnitOutcome>> WriteUnitsAsync(IReadOnlyList<WriteUnit> units, CancellationToken cancellationToken) =>
        Inner.WriteUnitsAsync(units, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<IReadOnlyList<WriteOutcome>> WriteGuardedAsync(
        string table, IReadOnlyList<RecordWrite> writes, IWriteGuard guard, CancellationToken cancellationToken) =>
        Inner.WriteGuardedAsync(table, writes, guard, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<IReadOnlyList<UnitOutcome>> WriteUnitsGuardedAsync(
        IReadOnlyList<WriteUnit> units, IWriteGuard guard, CancellationToken cancellationToken) =>
        Inner.WriteUnitsGuardedAsync(units, guard, cancellationToken);
}
