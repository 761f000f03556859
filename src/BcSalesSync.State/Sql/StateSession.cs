using System.Data.Common;

namespace BcSalesSync.State.Sql;

/// <summary>
/// One open connection with its prepared statements. Not safe for concurrent use. Statements are prepared once and kept, so that what is asked
/// again costs no parsing. Parameters are named with a dollar sign.
/// </summary>
internal abstract class StateSession(SqlDialect dialect) : IDisposable
{
    private readonly Dictionary<string, DbCommand> prepared = [];

    /// <summary>What this database is asked differently.</summary>
    public SqlDialect Dialect => dialect;

    /// <summary>Ends the work between two statements.</summary>
    public CancellationToken Cancellation { get; set; }

    /// <summary>Runs a script that is not worth keeping.</summary>
    public void RunOnce(string script)
    {
        using var command = Create(script, []);
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a statement and returns the number of rows it changed.</summary>
    public int Run(string sql, params (string Name, object? Value)[] values) => Prepared(sql, values).ExecuteNonQuery();

    /// <summary>Runs a statement once for each row of values, and returns how many rows each changed. A failure ends it.</summary>
    public abstract IReadOnlyList<int> RunAll(string sql, IReadOnlyList<(string Name, object? Value)[]> rows);

    /// <summary>
    /// Runs a statement that writes many rows, which it knows as the table "given", and returns the number that it gives back for each row
    /// written. A failure ends it.
    /// </summary>
    public abstract IReadOnlyList<long> RunOver<T>(string sql, IReadOnlyList<RowColumn<T>> columns, IReadOnlyList<T> rows);

    /// <summary>All rows of a statement.</summary>
    public List<T> Query<T>(string sql, Func<DbDataReader, T> read, params (string Name, object? Value)[] values)
    {
        using var reader = Prepared(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in prepared.Values)
            command.Dispose();
        prepared.Clear();
        Close();
    }

    /// <summary>A statement with a place for each value.</summary>
    protected abstract DbCommand Create(string sql, IEnumerable<string> parameters);

    /// <summary>Gives a statement its values.</summary>
    protected abstract void Bind(DbCommand command, (string Name, object? Value)[] values);

    /// <summary>Closes the connection.</summary>
    protected abstract void Close();

    private DbCommand Prepared(string sql, (string Name, object? Value)[] values)
    {
        Cancellation.ThrowIfCancellationRequested();
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = Create(sql, values.Select(value => value.Name));
            prepared.Add(sql, command);
        }

        Bind(command, values);
        return command;
    }
}
