using BcSalesSync.State.Rows;
using BcSalesSync.State.Sql;

namespace BcSalesSync.State.Sqlite;

/// <summary>What SQLite is asked. Its writers come one after the other, so that nothing has to be locked.</summary>
internal sealed class SqliteDialect : SqlDialect
{
    /// <summary>The only one.</summary>
    public static readonly SqliteDialect Instance = new();

    private SqliteDialect()
    {
    }

    /// <inheritdoc/>
    public override string IfNull => "ifnull";

    /// <inheritdoc/>
    public override string JobIsOpen => "json_extract(body, '$.Finished') IS NULL";

    /// <inheritdoc/>
    public override string Now => "$now";

    /// <inheritdoc/>
    public override string ToKeep => string.Empty;

    /// <inheritdoc/>
    public override string ToChange => string.Empty;

    /// <inheritdoc/>
    public override string InList(string column, string parameter) => $"{column} IN (SELECT value FROM json_each({parameter}))";

    /// <inheritdoc/>
    public override string JobEndedBefore(string parameter) => $"julianday(json_extract(body, '$.Finished')) < julianday({parameter})";

    /// <inheritdoc/>
    public override string JsonRows(string columns, string order) => $"json_group_array(json_array({columns}) ORDER BY {order})";

    /// <inheritdoc/>
    public override IReadOnlyList<long> TakeRevisions(StateSession session, int count)
    {
        var first = NumberSequence.Take(session, NumberSequence.Revision, count);
        return [.. Enumerable.Range(0, count).Select(more => first + more)];
    }

    /// <inheritdoc/>
    public override void SeparateWaiters(StateSession session, bool waits)
    {
    }
}
