using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Rows;
using BcSalesSync.State.Sql;

namespace BcSalesSync.State.Reading;

/// <summary>Reads couplings.</summary>
internal sealed class CouplingReader(IStateDatabase database) : ICouplingReader
{
    private const int Chunk = 1000;
    private const int IdPage = 5000;

    /// <inheritdoc/>
    public Task<IReadOnlyList<CouplingState>> FindByBcIdAsync(
        string family, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        FindAsync("bc_id", family, ids.Distinct(), StoredText.List, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CouplingState>> FindBySalesIdAsync(
        string family, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        FindAsync("sales_id", family, ids.Distinct(), StoredText.List, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CouplingState>> FindByBcNoAsync(
        string family, IReadOnlyCollection<string> numbers, CancellationToken cancellationToken) =>
        FindAsync("bc_no_key", family, numbers.DistinctBy(StoredText.Key), StoredText.Keys, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<CouplingState> ReadAsync(
        string? mapping, CouplingCondition condition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = new CouplingPages(mapping, condition, database.Dialect);
        while (!pages.Ended)
        {
            foreach (var coupling in await database.ReadAsync(pages.Next, cancellationToken).ConfigureAwait(false))
                yield return coupling;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<Guid>> ReadIdsAsync(
        string mapping, SystemSide side, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sql = $"SELECT {(side is SystemSide.BusinessCentral ? "bc_id" : "sales_id")}, bc_no_key, place FROM couplings "
            + $"WHERE mapping = $mapping AND (bc_no_key, place) > ($number, $place) ORDER BY bc_no_key, place LIMIT {IdPage}";
        for (var (number, place, more) = (string.Empty, 0L, true); more;)
        {
            var page = await database.ReadAsync(
                session => session.Query(
                    sql,
                    reader => (Id: Guid.Parse(reader.GetString(0)), Number: reader.GetString(1), Place: reader.GetInt64(2)),
                    ("$mapping", mapping), ("$number", number), ("$place", place)),
                cancellationToken).ConfigureAwait(false);
            if (page.Count > 0)
                yield return page.ConvertAll(row => row.Id);
            more = page.Count == IdPage;
            if (more)
                (number, place) = (page[^1].Number, page[^1].Place);
        }
    }

    /// <inheritdoc/>
    public Task<MappingCounts> CountAsync(string mapping, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Query(
            """
            SELECT (SELECT count(*) FROM couplings WHERE mapping = $mapping),
                   (SELECT count(*) FROM couplings WHERE mapping = $mapping AND skipped = 1),
                   (SELECT count(*) FROM couplings
                    WHERE mapping = $mapping AND (skipped = 1 OR to_sales_result = 2 OR to_bc_result = 2) AND skipped = 0)
                   + (SELECT count(*) FROM pending p
                      WHERE p.mapping = $mapping AND p.class IS NOT NULL
                        AND NOT EXISTS (SELECT 1 FROM couplings c
                                        WHERE p.direction = 1 AND c.bc_id = p.source_id AND c.mapping = p.mapping)
                        AND NOT EXISTS (SELECT 1 FROM couplings c
                                        WHERE p.direction = 2 AND c.sales_id = p.source_id AND c.mapping = p.mapping))
            """,
            reader => new MappingCounts(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2)),
            ("$mapping", mapping))[0],
        cancellationToken);

    private async Task<IReadOnlyList<CouplingState>> FindAsync<T>(
        string column, string family, IEnumerable<T> keys, Func<IEnumerable<T>, string[]> write, CancellationToken cancellationToken)
    {
        var chunks = keys.Chunk(Chunk).ToList();
        if (chunks.Count == 0)
            return [];
        var sql = $"SELECT {CouplingRows.Columns} FROM couplings WHERE family = $family AND {database.Dialect.InList(column, "$keys")}";
        return await database.ReadAsync(
            session => chunks
                .SelectMany(chunk => session.Query(sql, CouplingRows.Read, ("$family", family), ("$keys", write(chunk))))
                .ToList(),
            cancellationToken).ConfigureAwait(false);
    }
}
