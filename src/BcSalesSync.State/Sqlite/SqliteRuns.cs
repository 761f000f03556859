using System.Text.Json;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Sqlite;

/// <summary>Reads runs, the review and the logs from the state file.</summary>
internal sealed class SqliteRuns(SqliteDatabase database) : IRunReader
{
    /// <inheritdoc/>
    public Task<RunState?> GetAsync(Guid id, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.Query(
            $"SELECT {RunRows.Columns} FROM runs WHERE id = $id", RunRows.Read, ("$id", CouplingRows.Text(id))).FirstOrDefault(),
        cancellationToken);

    /// <inheritdoc/>
    public Task<RunState?> LatestAsync(RunKind kind, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.Query(
            $"SELECT {RunRows.Columns} FROM runs WHERE kind = $kind ORDER BY started DESC, id DESC LIMIT 1",
            RunRows.Read,
            ("$kind", (int)kind)).FirstOrDefault(),
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<BcFullSyncLine>> FullSyncLinesAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<BcFullSyncLine>>(
        connection =>
        {
            var places = MappingRows.Read(connection).Select((mapping, place) => (mapping.Name, place))
                .ToDictionary(pair => pair.Name, pair => pair.place);
            return connection.Query("SELECT body FROM full_sync_lines", reader => Parse<BcFullSyncLine>(reader.GetString(0)))
                .OrderBy(line => places.GetValueOrDefault(line.Mapping, int.MaxValue)).ThenBy(line => line.Mapping, StringComparer.Ordinal)
                .ToList();
        },
        cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcSyncJob> JobsAsync(JobQuery query, CancellationToken cancellationToken) =>
        new LogQuery(database, "jobs", "place")
            .Where("id = $id", "$id", query.Id?.ToString("D"))
            .Where("started >= $since", "$since", query.Since?.UtcTicks)
            .ReadAsync(query.Mapping, query.Last, (_, body) => Parse<BcSyncJob>(body), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<BcSyncJob>> JobsOfRunAsync(Guid runId, string? mapping, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<BcSyncJob>>(
        connection => connection.Query(
            "SELECT body FROM jobs WHERE run_id = $run AND ($mapping IS NULL OR mapping = $mapping) ORDER BY place DESC",
            reader => Parse<BcSyncJob>(reader.GetString(0)),
            ("$run", CouplingRows.Text(runId)), ("$mapping", mapping)),
        cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcSyncError> ErrorsAsync(ErrorQuery query, CancellationToken cancellationToken) =>
        new LogQuery(database, "errors", "id")
            .Where("job_id = $job", "$job", query.JobId?.ToString("D"))
            .ReadAsync(query.Mapping, query.Last, (place, body) => Parse<BcSyncError>(body) with { Id = place }, cancellationToken);

    private static T Parse<T>(string body) => JsonSerializer.Deserialize<T>(body)!;
}
