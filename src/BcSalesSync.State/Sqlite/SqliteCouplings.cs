using System.Runtime.CompilerServices;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Sqlite;

/// <summary>Reads couplings from the state file.</summary>
internal sealed class SqliteCouplings(SqliteDatabase database) : ICouplingReader
{
    private const int Page = 500;

    /// <inheritdoc/>
    public Task<IReadOnlyList<CouplingState>> FindByBcIdAsync(string family, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        FindAsync("bc_id IN (SELECT value FROM json_each($keys))", family, IdList.Of(ids), ids.Count, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CouplingState>> FindBySalesIdAsync(string family, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        FindAsync("sales_id IN (SELECT value FROM json_each($keys))", family, IdList.Of(ids), ids.Count, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CouplingState>> FindByBcNoAsync(string family, IReadOnlyCollection<string> numbers, CancellationToken cancellationToken) =>
        FindAsync("bc_no COLLATE NOCASE IN (SELECT value FROM json_each($keys))", family, IdList.Of(numbers), numbers.Count, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<CouplingState> ReadAsync(
        string? mapping, CouplingCondition condition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CouplingState? last = null;
        while (true)
        {
            var page = await PageAsync(mapping, condition, last, cancellationToken).ConfigureAwait(false);
            foreach (var coupling in page)
                yield return coupling;
            if (page.Count < Page)
                yield break;
            last = page[^1];
        }
    }

    /// <inheritdoc/>
    public Task<MappingCounts> CountAsync(string mapping, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.Query(
            """
            SELECT (SELECT count(*) FROM couplings WHERE mapping = $mapping),
                   (SELECT count(*) FROM couplings WHERE mapping = $mapping AND skipped = 1),
                   (SELECT count(*) FROM pending p WHERE p.mapping = $mapping AND p.class IS NOT NULL AND p.parked = 0)
            """,
            reader => new MappingCounts(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2)),
            ("$mapping", mapping))[0],
        cancellationToken);

    private Task<IReadOnlyList<CouplingState>> FindAsync(string where, string family, string keys, int count, CancellationToken cancellationToken) => count == 0
        ? Task.FromResult<IReadOnlyList<CouplingState>>([])
        : database.ReadAsync<IReadOnlyList<CouplingState>>(
            connection => connection.Query(
                $"SELECT {CouplingRows.Columns} FROM couplings WHERE family = $family AND {where}", CouplingRows.Read, ("$family", family), ("$keys", keys)),
            cancellationToken);

    // Pages by key, so that no statement stays open while the caller works with the rows.
    private Task<List<CouplingState>> PageAsync(string? mapping, CouplingCondition condition, CouplingState? last, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.Query(
            $"""
            SELECT {CouplingRows.Columns} FROM couplings
            WHERE ($mapping IS NULL OR mapping = $mapping)
              AND ($skipped = 0 OR skipped = 1)
              AND ($failed = 0 OR to_sales_result = 2 OR to_bc_result = 2)
              AND ($bc IS NULL OR bc_id = $bc) AND ($number IS NULL OR bc_no = $number COLLATE NOCASE)
              AND ($sales IS NULL OR sales_id = $sales) AND ($name IS NULL OR sales_name = $name COLLATE NOCASE)
              AND ($lastId IS NULL OR (ifnull(bc_no, ''), bc_id) > ($lastNumber, $lastId))
            ORDER BY ifnull(bc_no, ''), bc_id LIMIT {Page}
            """,
            CouplingRows.Read,
            ("$mapping", mapping), ("$skipped", condition.Skipped ? 1 : 0), ("$failed", condition.Failed ? 1 : 0),
            ("$bc", condition.BcId is { } bc ? CouplingRows.Text(bc) : null), ("$number", condition.BcNo),
            ("$sales", condition.SalesId is { } sales ? CouplingRows.Text(sales) : null), ("$name", condition.SalesName),
            ("$lastNumber", last?.BcNo ?? string.Empty), ("$lastId", last is null ? null : CouplingRows.Text(last.BcId))),
        cancellationToken);
}
