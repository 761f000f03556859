using Microsoft.Data.Sqlite;

namespace BcSalesSync.State.Sqlite;

/// <summary>
/// One open connection with its prepared statements. Not safe for concurrent use. Statements are prepared once and kept, so that a
/// thousand rows cost a thousand steps and no parsing.
/// </summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> prepared = [];

    /// <summary>Opens a connection.</summary>
    public SqliteSession(string connectionString)
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

    /// <summary>Ends the work between two statements.</summary>
    public CancellationToken Cancellation { get; set; }

    /// <summary>Runs a script that is not worth keeping.</summary>
    public void RunOnce(string script)
    {
        using var command = Command(script);
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a statement and returns the number of rows it changed.</summary>
    public int Run(string sql, params (string Name, object? Value)[] values) => Prepared(sql, values).ExecuteNonQuery();

    /// <summary>All rows of a statement.</summary>
    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params (string Name, object? Value)[] values)
    {
        using var reader = Prepared(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
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
    public void Dispose()
    {
        foreach (var command in prepared.Values)
            command.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Prepared(string sql, (string Name, object? Value)[] values)
    {
        Cancellation.ThrowIfCancellationRequested();
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = Command(sql);
            foreach (var (name, _) in values)
                command.Parameters.Add(new SqliteParameter { ParameterName = name });
            prepared.Add(sql, command);
        }

        foreach (var (name, value) in values)
            command.Parameters[name].Value = value ?? DBNull.Value;
        return command;
    }

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements are put together from constants of this assembly; values come as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
