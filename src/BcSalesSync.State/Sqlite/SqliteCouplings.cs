using System.Runtime.CompilerServices;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Sqlite;

/// <summary>Reads couplings from the state file.</summary>
internal sealed class SqliteCouplings(SqliteDatabase database) : ICouplingReader
{
    /// <summary>Condition that finds couplings by $keys, ids in Business Central.</summary>
    internal const string ByBcId = "bc_id IN (SELECT value FROM json_each($keys))";

    /// <summary>Condition that finds couplings by $keys, ids in Sales.</summary>
    internal const string BySalesId = "sales_id IN (SELECT value FROM json_each($keys))";

    /// <summary>Condition that finds couplings by $keys, numbers in upper case.</summary>
    internal const string ByBcNo = "no_key IN (SELECT value FROM json_each($keys)) AND bc_no IS NOT NULL";

    /// <summary>Counts couplings, skipped ones and failed records of $mapping; a coupled record counts by its coupling.</summary>
    internal const string Counts =
        """
        SELECT (SELECT count(*) FROM couplings WHERE mapping = $mapping),
               (SELECT count(*) FROM couplings WHERE mapping = $mapping AND skipped = 1),
               (SELECT count(*) FROM couplings WHERE mapping = $mapping AND skipped = 0 AND (to_sales_result = 2 OR to_bc_result = 2))
               + (SELECT count(*) FROM pending p WHERE p.mapping = $mapping AND p.class IS NOT NULL AND NOT CASE p.direction
                     WHEN 1 THEN EXISTS (SELECT 1 FROM couplings c WHERE c.bc_id = p.source_id AND +c.mapping = $mapping)
                     ELSE EXISTS (SELECT 1 FROM couplings c WHERE c.sales_id = p.source_id AND +c.mapping = $mapping) END)
        """;

    private const int Page = 500;

    /// <inheritdoc/>
    public Task<IReadOnlyList<CouplingState>> FindByBcIdAsync(
        string family, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        FindAsync(ByBcId, family, KeyList.Of(ids), ids.Count, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CouplingState>> FindBySalesIdAsync(
        string family, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        FindAsync(BySalesId, family, KeyList.Of(ids), ids.Count, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CouplingState>> FindByBcNoAsync(
        string family, IReadOnlyCollection<string> numbers, CancellationToken cancellationToken) =>
        FindAsync(ByBcNo, family, KeyList.Of(numbers), numbers.Count, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<CouplingState> ReadAsync(
        string? mapping, CouplingCondition condition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CouplingState? last = null;
        while (true)
        {
            var page = await PageAsync(new CouplingFilter(mapping, condition, last), cancellationToken).ConfigureAwait(false);
            foreach (var coupling in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return coupling;
            }

            if (page.Count < Page)
                yield break;
            last = page[^1];
        }
    }

    /// <inheritdoc/>
    public Task<MappingCounts> CountAsync(string mapping, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.Query(
            Counts, reader => new MappingCounts(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2)), ("$mapping", mapping))[0],
        cancellationToken);

    /// <summary>The statement that finds couplings of $family.</summary>
    internal static string FindStatement(string condition) =>
        $"SELECT {CouplingRows.Columns} FROM couplings WHERE family = $family AND {condition}";

    private Task<IReadOnlyList<CouplingState>> FindAsync(
        string condition, string family, string keys, int count, CancellationToken cancellationToken) => count == 0
        ? Task.FromResult<IReadOnlyList<CouplingState>>([])
        : database.ReadAsync<IReadOnlyList<CouplingState>>(
            connection => connection.Query(FindStatement(condition), CouplingRows.Read, ("$family", family), ("$keys", keys)),
            cancellationToken);

    // Pages by key, so that no statement stays open while the caller works with the rows.
    private Task<List<CouplingState>> PageAsync(CouplingFilter filter, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => connection.Query(filter.Statement(Page), CouplingRows.Read, filter.Parameters), cancellationToken);
}
