using BcSalesSync.State.Sql;

namespace BcSalesSync.State.PostgreSql;

/// <summary>What PostgreSQL is asked. Several write at once; what one of them relies on is locked until its transaction ends.</summary>
internal sealed class PostgreSqlDialect : SqlDialect
{
    /// <summary>The only one.</summary>
    public static readonly PostgreSqlDialect Instance = new();

    private const string Waiters = "(hashtextextended('bcsalessync waiters ' || current_schema(), 0))";

    private PostgreSqlDialect()
    {
    }

    /// <inheritdoc/>
    public override string IfNull => "coalesce";

    /// <inheritdoc/>
    public override string JobIsOpen => "finished IS NULL";

    // Of the server alone: the clocks of those who ask need not agree. It goes on within a transaction, which may wait for others.
    /// <inheritdoc/>
    public override string Now => "((extract(epoch FROM clock_timestamp()) * 10000000)::bigint + 621355968000000000)";

    /// <inheritdoc/>
    public override string ToKeep => "FOR SHARE";

    /// <inheritdoc/>
    public override string ToChange => "FOR UPDATE";

    /// <inheritdoc/>
    public override string InList(string column, string parameter) => $"{column} = ANY({parameter})";

    /// <inheritdoc/>
    public override string JobEndedBefore(string parameter) => $"finished::timestamptz < {parameter}::timestamptz";

    /// <inheritdoc/>
    public override string JsonRows(string columns, string order) =>
        $"coalesce(json_agg(json_build_array({columns}) ORDER BY {order})::text, '[]')";

    /// <inheritdoc/>
    public override IReadOnlyList<long> TakeRevisions(StateSession session, int count) => session.Query(
        "SELECT nextval('revisions') FROM generate_series(1, $count::integer)", reader => reader.GetInt64(0), ("$count", count));

    /// <inheritdoc/>
    public override void SeparateWaiters(StateSession session, bool waits) =>
        session.Run($"SELECT {(waits ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared")}{Waiters}");
}
