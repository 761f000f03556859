using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Rows;
using BcSalesSync.State.Sql;

namespace BcSalesSync.State.Reading;

/// <summary>Reads unsettled records, intents, watermarks and checkpoints.</summary>
internal sealed class PendingReader(IStateDatabase database) : IPendingReader
{
    private const int Page = 500;
    private const string OfPass = "mapping = $mapping AND direction = $direction";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PendingRecord>> DueAsync(
        string mapping, SyncDirection direction, DueQuery query, CancellationToken cancellationToken) => await database.ReadAsync(
        session => session.Query(
            $"{PendingRows.Select(database.Dialect)} WHERE {OfPass} AND parked = 0 AND next_try IS NOT NULL AND next_try <= $now "
            + (query.ReleasedOnly ? "AND class IS NULL " : string.Empty)
            + (query.After is null ? string.Empty : "AND (next_try, source_id) > ($afterTime, $afterId) ")
            + "ORDER BY next_try, source_id LIMIT $limit",
            PendingRows.Read,
            [
                ("$mapping", mapping), ("$direction", (int)direction), ("$now", query.Now.UtcTicks), ("$limit", query.Limit),
                .. query.After is { } after
                    ? new (string, object?)[] { ("$afterTime", after.NextTry?.UtcTicks), ("$afterId", StoredText.Of(after.SourceId)) }
                    : [],
            ]),
        cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PendingRecord>> FindAsync(
        string mapping, SyncDirection direction, IReadOnlyCollection<Guid> sourceIds, CancellationToken cancellationToken) =>
        sourceIds.Count == 0 ? [] : await database.ReadAsync(
            session => session.Query(
                $"{PendingRows.Select(database.Dialect)} WHERE {OfPass} AND {database.Dialect.InList("source_id", "$ids")}",
                PendingRows.Read,
                ("$mapping", mapping), ("$direction", (int)direction), ("$ids", StoredText.List(sourceIds))),
            cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<PendingRecord>> FailedAsync(
        string mapping, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sql = $"{PendingRows.Select(database.Dialect)} WHERE mapping = $mapping AND attempts > 0 AND (direction, source_id) > ($direction, $source) "
            + $"ORDER BY direction, source_id LIMIT {Page}";
        for (var (direction, source, more) = (-1, string.Empty, true); more;)
        {
            var page = await database.ReadAsync(
                session => session.Query(sql, PendingRows.Read, ("$mapping", mapping), ("$direction", direction), ("$source", source)),
                cancellationToken).ConfigureAwait(false);
            if (page.Count > 0)
                yield return page;
            more = page.Count == Page;
            if (more)
                (direction, source) = ((int)page[^1].Direction, StoredText.Of(page[^1].SourceId));
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CreateIntent>> IntentsAsync(
        string mapping, SyncDirection direction, CancellationToken cancellationToken) => await database.ReadAsync(
        session => session.Query(
            $"SELECT source_id, key_column, key_value, sent, before, server_time FROM intents WHERE {OfPass}",
            reader => new CreateIntent
            {
                Mapping = mapping,
                Direction = direction,
                SourceId = Guid.Parse(reader.GetString(0)),
                KeyColumn = reader.GetString(1),
                KeyValue = reader.GetString(2),
                Sent = ValuesText.Read(reader.GetString(3)),
                Before = reader.Text(4) is { } ids ? StoredText.Ids(ids) : null,
                ServerTime = reader.Time(5),
            },
            ("$mapping", mapping), ("$direction", (int)direction)),
        cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public Task<Watermark?> WatermarkAsync(
        string mapping, SyncDirection direction, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Query(
            $"SELECT cursor FROM watermarks WHERE {OfPass}",
            reader => new Watermark(mapping, direction, reader.Text(0)),
            ("$mapping", mapping), ("$direction", (int)direction)).FirstOrDefault(),
        cancellationToken);

    /// <inheritdoc/>
    public Task<Checkpoint?> CheckpointAsync(
        Guid runId, string mapping, SyncDirection direction, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Query(
            $"SELECT cursor, completed FROM checkpoints WHERE run_id = $run AND {OfPass}",
            reader => new Checkpoint(runId, mapping, direction, reader.Text(0), reader.GetInt32(1) != 0),
            ("$run", StoredText.Of(runId)), ("$mapping", mapping), ("$direction", (int)direction)).FirstOrDefault(),
        cancellationToken);
}
