using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Sqlite;

/// <summary>
/// The state of a connection in one SQLite file (WAL), readable by its owner only. Several processes may open the same file; there is one
/// writer at a time. One-to-one is a constraint of the database.
/// </summary>
public sealed class SqliteStateStore : IStateStore
{
    private readonly SqliteDatabase database;

    private SqliteStateStore(SqliteDatabase database)
    {
        this.database = database;
        Couplings = new SqliteCouplings(database);
        Pending = new SqlitePending(database);
        Runs = new SqliteRuns(database);
    }

    /// <inheritdoc/>
    public ICouplingReader Couplings { get; }

    /// <inheritdoc/>
    public IPendingReader Pending { get; }

    /// <inheritdoc/>
    public IRunReader Runs { get; }

    /// <summary>Opens the state, creating or upgrading the file; null keeps it in memory.</summary>
    /// <exception cref="Contracts.SyncException">The file cannot be opened, or was written by a newer version.</exception>
    public static async Task<SqliteStateStore> OpenAsync(string? path, CancellationToken cancellationToken) =>
        new(await SqliteDatabase.OpenAsync(path, cancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public Task CommitAsync(StateChange change, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            StateWriter.Write(connection, change);
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<TableMapping>> GetMappingsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<TableMapping>>(MappingRows.Read, cancellationToken);

    /// <inheritdoc/>
    public Task<string?> GetSettingAsync(string name, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.Scalar("SELECT value FROM settings WHERE name = $name", ("$name", name)) as string, cancellationToken);

    /// <inheritdoc/>
    public Task<string> ClaimAsync(
        string resource, string holder, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.WriteAsync(
        connection => (string)connection.Scalar(
            """
            INSERT INTO claims (resource, holder, until) VALUES ($resource, $holder, $until)
            ON CONFLICT (resource) DO UPDATE SET
                holder = CASE WHEN claims.holder = excluded.holder OR claims.until <= $now THEN excluded.holder ELSE claims.holder END,
                until = CASE WHEN claims.holder = excluded.holder OR claims.until <= $now THEN excluded.until ELSE claims.until END
            RETURNING holder
            """,
            ("$resource", resource), ("$holder", holder), ("$now", now.UtcTicks), ("$until", until.UtcTicks))!,
        cancellationToken);

    /// <inheritdoc/>
    public Task ReleaseAsync(string resource, string holder, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.Execute(
            "DELETE FROM claims WHERE resource = $resource AND holder = $holder", ("$resource", resource), ("$holder", holder)),
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => database.DisposeAsync();
}
