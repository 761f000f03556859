using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints.Access;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Engine.Ports.Endpoints;

/// <summary>
/// One of the two systems, as the engine sees it: tables of records in normal form. Implementations retry what is safe to retry, obey the
/// service's limits and batch by themselves. Failures of a whole call are <see cref="EndpointException"/>; failures of single records
/// are outcomes.
/// </summary>
public interface IEndpoint
{
    /// <summary>Which system it is.</summary>
    SystemSide Side { get; }

    /// <summary>The time as the system has it, by its last answer; null when none told it.</summary>
    DateTimeOffset? ServerTime { get; }

    /// <summary>Facts about the system, read once and kept.</summary>
    Task<EndpointFacts> GetFactsAsync(CancellationToken cancellationToken);

    /// <summary>Names of the tables the system offers, in the order of the alphabet.</summary>
    Task<IReadOnlyList<string>> GetTableNamesAsync(CancellationToken cancellationToken);

    /// <summary>What is known about a table, read once and kept; null when the system does not offer the table.</summary>
    Task<TableSchema?> GetSchemaAsync(string table, CancellationToken cancellationToken);

    /// <summary>
    /// How the signed-in user may work with tables, read anew at every call; tables of which the system does not tell are absent. Throws
    /// <see cref="EndpointException"/> when the system refuses to tell.
    /// </summary>
    Task<IReadOnlyList<TableAccess>> GetAccessAsync(IReadOnlyList<string> tables, CancellationToken cancellationToken);

    /// <summary>Reads records page by page, only the given columns.</summary>
    IAsyncEnumerable<IReadOnlyList<Record>> ReadAsync(
        string table, IReadOnlyList<string> columns, Filter filter, CancellationToken cancellationToken);

    /// <summary>Reads records by id, in as few requests as the system allows; ids that do not exist are absent from the answer.</summary>
    Task<IReadOnlyList<Record>> ReadByIdAsync(
        string table, IReadOnlyList<string> columns, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>
    /// Reads records one of whose columns equals one of the values, in as few requests as the system allows. Text compares without
    /// case.
    /// </summary>
    Task<IReadOnlyList<Record>> ReadByValueAsync(
        string table, IReadOnlyList<string> columns, string column, IReadOnlyCollection<FieldValue> values,
            CancellationToken cancellationToken);

    /// <summary>
    /// Reads what changed since a cursor, page by page; every record when the cursor is null. The last page carries the cursor for
    /// next time, and every page a place to go on from after a restart. Throws <see cref="CursorExpiredException"/> when the cursor
    /// is too old.
    /// </summary>
    IAsyncEnumerable<ChangePage> ReadChangesAsync(ChangeRequest request, CancellationToken cancellationToken);

    /// <summary>How many records pass the filter, as far as the system counts; one small request.</summary>
    Task<int> CountAsync(string table, Filter filter, CancellationToken cancellationToken);

    /// <summary>
    /// Writes records in as few requests as the system allows. Outcomes come in the order of the writes, one each; a bad record
    /// costs only itself. Cancellation takes effect between requests: writes that were not sent come back as <see
    /// cref="WriteStatus.NotSent"/>.
    /// </summary>
    Task<IReadOnlyList<WriteOutcome>> WriteAsync(string table, IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken);

    /// <summary>
    /// Writes units, several at a time, in as few requests as the system allows. Outcomes come in the order of the units, one each; a unit that
    /// fails leaves nothing behind and costs only itself. Cancellation as for <see cref="WriteAsync"/>.
    /// </summary>
    Task<IReadOnlyList<UnitOutcome>> WriteUnitsAsync(IReadOnlyList<WriteUnit> units, CancellationToken cancellationToken);

    /// <summary>
    /// As <see cref="WriteAsync"/>, asking a guard first; a system that may carry out twice what is sent twice asks it before each request.
    /// </summary>
    async Task<IReadOnlyList<WriteOutcome>> WriteGuardedAsync(
        string table, IReadOnlyList<RecordWrite> writes, IWriteGuard guard, CancellationToken cancellationToken)
    {
        await guard.RequireAsync().ConfigureAwait(false);
        return await WriteAsync(table, writes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>As <see cref="WriteUnitsAsync"/>, with a guard as for <see cref="WriteGuardedAsync"/>.</summary>
    async Task<IReadOnlyList<UnitOutcome>> WriteUnitsGuardedAsync(
        IReadOnlyList<WriteUnit> units, IWriteGuard guard, CancellationToken cancellationToken)
    {
        await guard.RequireAsync().ConfigureAwait(false);
        return await WriteUnitsAsync(units, cancellationToken).ConfigureAwait(false);
    }
}
