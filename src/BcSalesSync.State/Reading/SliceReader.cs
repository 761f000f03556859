using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Rows;
using BcSalesSync.State.Sql;

namespace BcSalesSync.State.Reading;

/// <summary>Reads slices of passes.</summary>
internal sealed class SliceReader(IStateDatabase database, TimeProvider clock) : ISliceReader
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<OpenPartition>> OpenAsync(CancellationToken cancellationToken) => await database.ReadAsync(
        session => session.Query(
            $"""
            SELECT mapping, tenure, partition_number,
                (SELECT holder FROM claims
                 WHERE resource = $partitions || mapping || ':' || CAST(partition_number AS TEXT) AND until > {session.Dialect.Now})
            FROM slices
            WHERE outcome IS NULL AND tenure = (SELECT token FROM claims WHERE resource = $mappings || mapping)
            GROUP BY mapping, tenure, partition_number ORDER BY min(number)
            """,
            reader => new OpenPartition(reader.GetString(0), reader.GetInt64(1), reader.GetInt32(2), reader.Text(3)),
            ("$partitions", ClaimNames.OfPartitions), ("$mappings", ClaimNames.OfMappings), ("$now", clock.GetUtcNow().UtcTicks)),
        cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public Task<PassSlice?> NextAsync(string mapping, long tenure, int partition, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Query(
            """
            SELECT number, content FROM slices
            WHERE mapping = $mapping AND tenure = $tenure AND partition_number = $partition AND outcome IS NULL ORDER BY number LIMIT 1
            """,
            reader => new PassSlice(new SliceKey(mapping, tenure, reader.GetInt32(0)), partition, reader.GetString(1)),
            ("$mapping", mapping), ("$tenure", tenure), ("$partition", partition)).FirstOrDefault(),
        cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SettledSlice>> LeftAsync(string mapping, long tenure, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            session => session.Query(
                "SELECT tenure, number, coalesce(outcome, '') FROM slices WHERE mapping = $mapping AND tenure < $tenure ORDER BY tenure, number",
                reader => new SettledSlice(new SliceKey(mapping, reader.GetInt64(0), reader.GetInt32(1)), reader.GetString(2)),
                ("$mapping", mapping), ("$tenure", tenure)),
            cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SettledSlice>> SettledAsync(string mapping, long tenure, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            session => session.Query(
                "SELECT number, outcome FROM slices WHERE mapping = $mapping AND tenure = $tenure AND outcome IS NOT NULL ORDER BY number",
                reader => new SettledSlice(new SliceKey(mapping, tenure, reader.GetInt32(0)), reader.GetString(1)),
                ("$mapping", mapping), ("$tenure", tenure)),
            cancellationToken).ConfigureAwait(false);
}
