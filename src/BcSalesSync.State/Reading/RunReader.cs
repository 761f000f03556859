using System.Runtime.CompilerServices;
using System.Text.Json;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Rows;
using BcSalesSync.State.Sql;

namespace BcSalesSync.State.Reading;

/// <summary>Reads runs, the review and the logs.</summary>
internal sealed class RunReader(IStateDatabase database, ReadMappings mappings) : IRunReader
{
    private const int Page = 500;

    /// <inheritdoc/>
    public Task<RunState?> GetAsync(Guid id, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Query(
            $"SELECT {RunRows.Columns} FROM runs WHERE id = $id", RunRows.Read, ("$id", StoredText.Of(id))).FirstOrDefault(),
        cancellationToken);

    /// <inheritdoc/>
    public Task<RunState?> LatestAsync(RunKind kind, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Query(
            $"SELECT {RunRows.Columns} FROM runs WHERE kind = $kind ORDER BY place DESC LIMIT 1",
            RunRows.Read,
            ("$kind", (int)kind)).FirstOrDefault(),
        cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BcFullSyncLine>> FullSyncLinesAsync(CancellationToken cancellationToken) => await database.ReadAsync(
        session =>
        {
            var places = mappings.Read(session)
                .Select((mapping, place) => (mapping.Name, place)).ToDictionary(mapping => mapping.Name, mapping => mapping.place);
            return session.Query("SELECT body FROM full_sync_lines", reader => Parse<BcFullSyncLine>(reader.GetString(0)))
                .OrderBy(line => places.GetValueOrDefault(line.Mapping, int.MaxValue))
                .ThenBy(line => line.Mapping, StringComparer.Ordinal)
                .ToList();
        },
        cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async IAsyncEnumerable<BcSyncJob> JobsAsync(JobQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (started, place) = (long.MaxValue, long.MaxValue);
        var log = new LogQuery().With("id = $id", "$id", StoredText.Of(query.Id)).WithMapping(query.Mapping)
            .With("started >= $since", "$since", query.Since?.UtcTicks);
        var sql = $"SELECT body, started, place FROM jobs WHERE {log.Conditions} (started, place) < ($started, $place) "
            + "ORDER BY started DESC, place DESC LIMIT $limit";
        for (var (left, full) = (query.Last ?? int.MaxValue, true); left > 0 && full;)
        {
            var limit = Math.Min(left, Page);
            var page = await database.ReadAsync(
                session => session.Query(
                    sql,
                    reader => (Job: Parse<BcSyncJob>(reader.GetString(0)), Started: reader.GetInt64(1), Place: reader.GetInt64(2)),
                    [.. log.Values, ("$started", started), ("$place", place), ("$limit", limit)]),
                cancellationToken).ConfigureAwait(false);
            foreach (var row in page)
                yield return row.Job;
            (left, full) = (left - page.Count, page.Count == limit);
            if (page.Count > 0)
                (started, place) = (page[^1].Started, page[^1].Place);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BcSyncJob>> JobsOfRunAsync(Guid runId, string? mapping, CancellationToken cancellationToken)
    {
        var log = new LogQuery().With("mapping = $mapping", "$mapping", mapping);
        return await database.ReadAsync(
            session => session.Query(
                $"SELECT body FROM jobs WHERE {log.Conditions} run_id = $run ORDER BY started DESC, place DESC",
                reader => Parse<BcSyncJob>(reader.GetString(0)),
                [.. log.Values, ("$run", StoredText.Of(runId))]),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<BcClearedJobs> CountJobsAsync(JobClearing clearing, CancellationToken cancellationToken) =>
        database.ReadAsync(session => JobClearings.Count(session, clearing), cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BcSyncJob>> OpenJobsAsync(string mapping, CancellationToken cancellationToken) => await database.ReadAsync(
        session => session.Query(
            $"SELECT body FROM jobs WHERE mapping = $mapping AND {database.Dialect.JobIsOpen} ORDER BY started DESC, place DESC",
            reader => Parse<BcSyncJob>(reader.GetString(0)),
            ("$mapping", mapping)),
        cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async IAsyncEnumerable<BcSyncError> ErrorsAsync(ErrorQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var log = new LogQuery().WithMapping(query.Mapping).With("job_id = $job", "$job", StoredText.Of(query.JobId));
        await foreach (var (id, error) in NewestAsync<BcSyncError>("errors", log, query.Last, cancellationToken).ConfigureAwait(false))
            yield return error with { Id = id };
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BcOverwrittenValue> OverwrittenAsync(
        OverwrittenValueQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var log = new LogQuery().WithMapping(query.Mapping).With("job_id = $job", "$job", StoredText.Of(query.JobId));
        var values = NewestAsync<BcOverwrittenValue>("overwritten_values", log, query.Last, cancellationToken);
        await foreach (var (id, value) in values.ConfigureAwait(false))
            yield return value with { Id = id };
    }

    private async IAsyncEnumerable<(long Id, T Entry)> NewestAsync<T>(
        string table, LogQuery log, int? last, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var before = long.MaxValue;
        var sql = $"SELECT body, id FROM {table} WHERE {log.Conditions} id < $before ORDER BY id DESC LIMIT $limit";
        for (var (left, full) = (last ?? int.MaxValue, true); left > 0 && full;)
        {
            var limit = Math.Min(left, Page);
            var page = await database.ReadAsync(
                session => session.Query(
                    sql,
                    reader => (Id: reader.GetInt64(1), Entry: Parse<T>(reader.GetString(0))),
                    [.. log.Values, ("$before", before), ("$limit", limit)]),
                cancellationToken).ConfigureAwait(false);
            foreach (var row in page)
                yield return row;
            (left, full) = (left - page.Count, page.Count == limit);
            if (page.Count > 0)
                before = page[^1].Id;
        }
    }

    private static T Parse<T>(string body) => JsonSerializer.Deserialize<T>(body)!;
}
