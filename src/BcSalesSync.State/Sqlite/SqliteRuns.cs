using System.Runtime.CompilerServices;
using System.Text.Json;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Sqlite;

/// <summary>Reads runs, the review and the logs from the state file.</summary>
internal sealed class SqliteRuns(SqliteDatabase database) : IRunReader
{
    private const int Page = 500;

    /// <inheritdoc/>
    public Task<RunState?> GetAsync(Guid id, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.Query($"SELECT {RunRows.Columns} FROM runs WHERE id = $id", RunRows.Read, ("$id", CouplingRows.Text(id))).FirstOrDefault(), cancellationToken);

    /// <inheritdoc/>
    public Task<RunState?> LatestAsync(RunKind kind, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.Query(
            $"SELECT {RunRows.Columns} FROM runs WHERE kind = $kind ORDER BY started DESC, id DESC LIMIT 1", RunRows.Read, ("$kind", (int)kind)).FirstOrDefault(),
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<BcFullSyncLine>> FullSyncLinesAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<BcFullSyncLine>>(
        connection =>
        {
            var order = connection.Query("SELECT body FROM mappings", reader => MappingJson.Parse(reader.GetString(0))).InRunOrder().Select(mapping => mapping.Name).ToList();
            return connection.Query("SELECT body FROM full_sync_lines", reader => Parse<BcFullSyncLine>(reader.GetString(0)))
                .OrderBy(line => order.IndexOf(line.Mapping)).ThenBy(line => line.Mapping, StringComparer.Ordinal).ToList();
        },
        cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcSyncJob> JobsAsync(JobQuery query, CancellationToken cancellationToken) => NewestFirstAsync(
        "jobs", "place", $"($id IS NULL OR id = $id) AND ($since IS NULL OR started >= $since)", query.Mapping, query.Last,
        [("$id", query.Id is { } id ? CouplingRows.Text(id) : null), ("$since", query.Since?.UtcTicks)],
        (_, body) => Parse<BcSyncJob>(body), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<BcSyncJob>> JobsOfRunAsync(Guid runId, string? mapping, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<BcSyncJob>>(
        connection => connection.Query(
            "SELECT body FROM jobs WHERE run_id = $run AND ($mapping IS NULL OR mapping = $mapping) ORDER BY place DESC",
            reader => Parse<BcSyncJob>(reader.GetString(0)),
            ("$run", CouplingRows.Text(runId)), ("$mapping", mapping)),
        cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcSyncError> ErrorsAsync(ErrorQuery query, CancellationToken cancellationToken) => NewestFirstAsync(
        "errors", "id", "($job IS NULL OR job_id = $job)", query.Mapping, query.Last,
        [("$job", query.JobId is { } job ? CouplingRows.Text(job) : null)],
        (place, body) => Parse<BcSyncError>(body) with { Id = place }, cancellationToken);

    private static T Parse<T>(string body) => JsonSerializer.Deserialize<T>(body)!;

    private async IAsyncEnumerable<T> NewestFirstAsync<T>(
        string table,
        string place,
        string where,
        string? mapping,
        int? last,
        (string Name, object? Value)[] parameters,
        Func<long, string, T> parse,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wildcard = mapping is null ? null : new WildcardPattern(mapping);
        var before = long.MaxValue;
        var left = last ?? int.MaxValue;
        while (left > 0)
        {
            var page = await database.ReadAsync(
                connection => connection.Query(
                    $"SELECT {place}, mapping, body FROM {table} WHERE {where} AND {place} < $before ORDER BY {place} DESC LIMIT {Page}",
                    reader => (Place: reader.GetInt64(0), Mapping: reader.Text(1), Body: reader.GetString(2)),
                    [.. parameters, ("$before", before)]),
                cancellationToken).ConfigureAwait(false);
            foreach (var row in page.Where(row => wildcard is null || (row.Mapping is { } name && wildcard.Matches(name))))
            {
                if (left-- == 0)
                    yield break;
                yield return parse(row.Place, row.Body);
            }

            if (page.Count < Page)
                yield break;
            before = page[^1].Place;
        }
    }
}
