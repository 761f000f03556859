using System.Data.Common;
using System.Text.Json;
using BcSalesSync.State.Sql;
using Microsoft.Data.Sqlite;

namespace BcSalesSync.State.Sqlite;

/// <summary>A connection to a state file.</summary>
internal sealed class SqliteSession : StateSession
{
    private readonly SqliteConnection connection;

    /// <summary>Opens a connection.</summary>
    public SqliteSession(string connectionString)
        : base(SqliteDialect.Instance)
    {
        connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs work in one transaction that is the only one writing; what fails or is cancelled leaves nothing behind.</summary>
    public T InTransaction<T>(Func<SqliteSession, T> work)
    {
        Run("BEGIN IMMEDIATE");
        try
        {
            var result = work(this);
            Run("COMMIT");
            return result;
        }
        catch
        {
            Cancellation = CancellationToken.None;

            // After some failures, a full disk for one, SQLite has rolled back by itself.
            if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
                Run("ROLLBACK");
            throw;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<int> RunAll(string sql, IReadOnlyList<(string Name, object? Value)[]> rows) =>
        [.. rows.Select(values => Run(sql, values))];

    /// <inheritdoc/>
    public override IReadOnlyList<long> RunOver<T>(string sql, IReadOnlyList<RowColumn<T>> columns, IReadOnlyList<T> rows)
    {
        var names = columns.Select(column => column.Name).ToArray();
        var statement = $"WITH given ({string.Join(", ", names)}) AS (VALUES ({string.Join(", ", names.Select(name => "$" + name))})) {sql}";
        return [.. rows.SelectMany(row => Query(
            statement, reader => reader.GetInt64(0), [.. columns.Select(column => ("$" + column.Name, column.Of(row)))]))];
    }

    /// <inheritdoc/>
    protected override DbCommand Create(string sql, IEnumerable<string> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements are put together from constants of this assembly; values come as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var name in parameters)
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    /// <inheritdoc/>
    protected override void Bind(DbCommand command, (string Name, object? Value)[] values)
    {
        var parameters = ((SqliteCommand)command).Parameters;
        foreach (var (name, value) in values)
            parameters[name].Value = value is string[] texts ? JsonSerializer.Serialize(texts) : value ?? DBNull.Value;
    }

    /// <inheritdoc/>
    protected override void Close() => connection.Dispose();
}
