using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Sqlite;

/// <summary>Reads unsettled records, intents, watermarks and checkpoints from the state file.</summary>
internal sealed class SqlitePending(SqliteDatabase database) : IPendingReader
{
    /// <summary>Finds the records of $mapping and $direction that are due at $now, at most $limit.</summary>
    internal const string DueStatement =
        $"SELECT {PendingRows.Columns} FROM pending WHERE mapping = $mapping AND direction = $direction AND next_try <= $now "
        + "ORDER BY next_try, source_id LIMIT $limit";

    /// <summary>Finds the records of $mapping and $direction with $ids.</summary>
    internal const string FindStatement =
        $"SELECT {PendingRows.Columns} FROM pending WHERE mapping = $mapping AND direction = $direction "
        + "AND source_id IN (SELECT value FROM json_each($ids))";

    /// <inheritdoc/>
    public Task<IReadOnlyList<PendingRecord>> DueAsync(
        string mapping, SyncDirection direction, DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<PendingRecord>>(
        connection => PendingRows.WithWaits(connection, connection.Query(
            DueStatement,
            PendingRows.Read,
            ("$mapping", mapping), ("$direction", (int)direction), ("$now", now.UtcTicks), ("$limit", limit))),
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PendingRecord>> FindAsync(
        string mapping, SyncDirection direction, IReadOnlyCollection<Guid> sourceIds, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<PendingRecord>>(
        connection => PendingRows.WithWaits(connection, connection.Query(
            FindStatement,
            PendingRows.Read,
            ("$mapping", mapping), ("$direction", (int)direction), ("$ids", KeyList.Of(sourceIds)))),
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CreateIntent>> IntentsAsync(string mapping, SyncDirection direction, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<CreateIntent>>(
        connection => connection.Query(
            "SELECT source_id, key_column, key_value FROM intents WHERE mapping = $mapping AND direction = $direction",
            reader => new CreateIntent(mapping, direction, Guid.Parse(reader.GetString(0)), reader.GetString(1), reader.GetString(2)),
            ("$mapping", mapping), ("$direction", (int)direction)),
        cancellationToken);

    /// <inheritdoc/>
    public Task<Watermark?> WatermarkAsync(
        string mapping, SyncDirection direction, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.Query(
            "SELECT cursor FROM watermarks WHERE mapping = $mapping AND direction = $direction",
            reader => new Watermark(mapping, direction, reader.Text(0)),
            ("$mapping", mapping), ("$direction", (int)direction)).FirstOrDefault(),
        cancellationToken);

    /// <inheritdoc/>
    public Task<Checkpoint?> CheckpointAsync(
        Guid runId, string mapping, SyncDirection direction, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.Query(
            "SELECT cursor, completed FROM checkpoints WHERE run_id = $run AND mapping = $mapping AND direction = $direction",
            reader => new Checkpoint(runId, mapping, direction, reader.Text(0), reader.GetInt32(1) != 0),
            ("$run", CouplingRows.Text(runId)), ("$mapping", mapping), ("$direction", (int)direction)).FirstOrDefault(),
        cancellationToken);
}
