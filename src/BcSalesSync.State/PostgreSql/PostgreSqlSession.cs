using System.Data.Common;
using System.Globalization;
using BcSalesSync.State.Sql;
using Npgsql;
using NpgsqlTypes;

namespace BcSalesSync.State.PostgreSql;

/// <summary>
/// A connection from the pool. Values travel as text and the server takes each for what its column is, so that a statement has one form
/// whether a value is there or not.
/// </summary>
internal sealed class PostgreSqlSession(NpgsqlConnection connection) : StateSession(PostgreSqlDialect.Instance)
{
    private const string Writers = "(hashtextextended('bcsalessync writers ' || current_schema(), 0))";
    private const string Alone = "SELECT pg_advisory_xact_lock" + Writers;
    private const string BesideOthers = "SELECT pg_advisory_xact_lock_shared" + Writers;

    // Little enough to be stopped between two, and to stay within the time that one command may take.
    private const int AtOnce = 500;

    private readonly Dictionary<DbCommand, IReadOnlyList<string>> names = [];

    /// <summary>Begins a transaction that writes, and in which each statement sees what others have saved before it.</summary>
    /// <param name="alone">True to write while nobody else does, so that nobody can be in the way.</param>
    public NpgsqlTransaction Begin(bool alone)
    {
        var transaction = connection.BeginTransaction(System.Data.IsolationLevel.ReadCommitted);
        Run(alone ? Alone : BesideOthers);
        return transaction;
    }

    /// <summary>Sends the rows together: on the network, waiting for the answer to each would take longer than the work.</summary>
    public override IReadOnlyList<int> RunAll(string sql, IReadOnlyList<(string Name, object? Value)[]> rows)
    {
        var positional = PositionalSql.Of(sql);
        var counts = new List<int>(rows.Count);
        foreach (var chunk in rows.Chunk(AtOnce))
        {
            Cancellation.ThrowIfCancellationRequested();
            using var batch = new NpgsqlBatch(connection);
            foreach (var values in chunk)
                batch.BatchCommands.Add(Part(positional, values));
            batch.ExecuteNonQuery();
            counts.AddRange(batch.BatchCommands.Cast<NpgsqlBatchCommand>().Select(command => command.RecordsAffected));
        }

        return counts;
    }

    /// <summary>Sends a column as one value: that of every row on its own costs the server and this side more than writing it.</summary>
    public override IReadOnlyList<long> RunOver<T>(string sql, IReadOnlyList<RowColumn<T>> columns, IReadOnlyList<T> rows)
    {
        var values = columns.Select(column => $"${column.Name}::{(column is NumberColumn<T> ? "bigint" : "text")}[]");
        var statement = $"WITH given AS (SELECT * FROM unnest({string.Join(", ", values)}) "
            + $"AS given ({string.Join(", ", columns.Select(column => column.Name))})) {sql}";
        return [.. rows.Chunk(AtOnce).SelectMany(chunk => Query(
            statement, reader => reader.GetInt64(0), [.. columns.Select(column => ("$" + column.Name, (object?)column.Of(chunk)))]))];
    }

    /// <inheritdoc/>
    protected override DbCommand Create(string sql, IEnumerable<string> parameters)
    {
        var positional = PositionalSql.Of(sql);
#pragma warning disable CA2100 // Statements are put together from constants of this assembly; values come as parameters.
        var command = new NpgsqlCommand(positional.Text, connection);
#pragma warning restore CA2100
        foreach (var _ in positional.Names)
            command.Parameters.Add(new NpgsqlParameter());
        names[command] = positional.Names;
        return command;
    }

    /// <inheritdoc/>
    protected override void Bind(DbCommand command, (string Name, object? Value)[] values)
    {
        var parameters = ((NpgsqlCommand)command).Parameters;
        var order = names[command];
        for (var at = 0; at < order.Count; at++)
            Bind(parameters[at], ValueOf(values, order[at]));
    }

    /// <inheritdoc/>
    protected override void Close() => connection.Dispose();

    private static NpgsqlBatchCommand Part(PositionalSql sql, (string Name, object? Value)[] values)
    {
        var command = new NpgsqlBatchCommand(sql.Text);
        foreach (var name in sql.Names)
        {
            var parameter = new NpgsqlParameter();
            Bind(parameter, ValueOf(values, name));
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static object? ValueOf((string Name, object? Value)[] values, string name) => Array.Find(values, value => value.Name == name).Value;

    private static void Bind(NpgsqlParameter parameter, object? value)
    {
        parameter.NpgsqlDbType = value switch
        {
            string?[] => NpgsqlDbType.Array | NpgsqlDbType.Text,
            long?[] => NpgsqlDbType.Array | NpgsqlDbType.Bigint,
            _ => NpgsqlDbType.Unknown,
        };
        parameter.Value = value switch
        {
            null => DBNull.Value,
            string?[] texts => Array.ConvertAll(texts, text => text is null ? null : WithoutNul(text)),
            string text => WithoutNul(text),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value,
        };
    }

    // The one character that PostgreSQL has no place for.
    private static string WithoutNul(string text) => text.Replace('\0', '\uFFFD');
}
