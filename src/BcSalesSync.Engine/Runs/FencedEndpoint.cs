using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Access;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Engine.Runs;

/// <summary>
/// A system in the hands of a run: nothing is sent to be written by whoever slept through the end of the claim, since another may have written it
/// by then. Reading needs no claim.
/// </summary>
internal sealed class FencedEndpoint(IEndpoint inner, IWriteGuard claim) : IEndpoint
{
    /// <summary>Both systems, as a run with a claim may write to them.</summary>
    public static EndpointPair Both(EndpointPair systems, IWriteGuard claim) =>
        new(new FencedEndpoint(systems.BusinessCentral, claim), new FencedEndpoint(systems.Sales, claim));

    /// <inheritdoc/>
    public SystemSide Side => inner.Side;

    /// <inheritdoc/>
    public DateTimeOffset? ServerTime => inner.ServerTime;

    /// <inheritdoc/>
    public Task<EndpointFacts> GetFactsAsync(CancellationToken cancellationToken) => inner.GetFactsAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> GetTableNamesAsync(CancellationToken cancellationToken) => inner.GetTableNamesAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<TableSchema?> GetSchemaAsync(string table, CancellationToken cancellationToken) => inner.GetSchemaAsync(table, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<TableAccess>> GetAccessAsync(IReadOnlyList<string> tables, CancellationToken cancellationToken) =>
        inner.GetAccessAsync(tables, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<IReadOnlyList<Record>> ReadAsync(
        string table, IReadOnlyList<string> columns, Filter filter, CancellationToken cancellationToken) =>
        inner.ReadAsync(table, columns, filter, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Record>> ReadByIdAsync(
        string table, IReadOnlyList<string> columns, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        inner.ReadByIdAsync(table, columns, ids, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Record>> ReadByValueAsync(
        string table, IReadOnlyList<string> columns, string column, IReadOnlyCollection<FieldValue> values, CancellationToken cancellationToken) =>
        inner.ReadByValueAsync(table, columns, column, values, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ChangePage> ReadChangesAsync(ChangeRequest request, CancellationToken cancellationToken) =>
        inner.ReadChangesAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<int> CountAsync(string table, Filter filter, CancellationToken cancellationToken) =>
        inner.CountAsync(table, filter, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="Ports.State.ClaimLostException">The claim is in other hands; nothing more was sent.</exception>
    public Task<IReadOnlyList<WriteOutcome>> WriteAsync(string table, IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken) =>
        inner.WriteGuardedAsync(table, writes, claim, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="Ports.State.ClaimLostException">The claim is in other hands; nothing more was sent.</exception>
    public Task<IReadOnlyList<UnitOutcome>> WriteUnitsAsync(IReadOnlyList<WriteUnit> units, CancellationToken cancellationToken) =>
        inner.WriteUnitsGuardedAsync(units, claim, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WriteOutcome>> WriteGuardedAsync(
        string table, IReadOnlyList<RecordWrite> writes, IWriteGuard guard, CancellationToken cancellationToken) =>
        inner.WriteGuardedAsync(table, writes, new JointGuard(guard, claim), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<UnitOutcome>> WriteUnitsGuardedAsync(
        IReadOnlyList<WriteUnit> units, IWriteGuard guard, CancellationToken cancellationToken) =>
        inner.WriteUnitsGuardedAsync(units, new JointGuard(guard, claim), cancellationToken);
}
