using System.Collections.Concurrent;
using BcSalesSync.State.Schema;
using BcSalesSync.State.Sql;
using Microsoft.Data.Sqlite;

namespace BcSalesSync.State.Sqlite;

/// <summary>
/// The connections to one state: one that writes, and a few that read beside it. A state in memory has one connection for both. SQLite has
/// no asynchronous calls, so the work runs on the thread pool; waiting for a turn holds no thread.
/// </summary>
internal sealed class SqliteDatabase : IStateDatabase
{
    private const int Readers = 4;

    // Waiting is SQLite's own, with short pauses; the timeout of commands would only repeat it with longer ones.
    private const string Setup = "PRAGMA busy_timeout = 30000; PRAGMA temp_store = MEMORY; ";

    private readonly string? path;
    private readonly string connectionString;
    private readonly SqliteSession writer;
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly SemaphoreSlim reading = new(Readers, Readers);
    private readonly ConcurrentBag<SqliteSession> idle = [];
    private bool disposed;

    private SqliteDatabase(string? path)
    {
        this.path = path;
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path ?? ":memory:",
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = 1,
        }.ToString();
        writer = new SqliteSession(connectionString);
    }

    /// <inheritdoc/>
    public SqlDialect Dialect => SqliteDialect.Instance;

    private string Name => path ?? "memory";

    /// <summary>Opens or creates the database; null keeps it in memory.</summary>
    /// <exception cref="Contracts.SyncException">The file cannot be used.</exception>
    public static Task<SqliteDatabase> OpenAsync(string? path, CancellationToken cancellationToken) =>
        Task.Run(() => Open(path), cancellationToken);

    /// <inheritdoc/>
    public async Task<T> ReadAsync<T>(Func<StateSession, T> read, CancellationToken cancellationToken)
    {
        if (path is null)
            return await OnWriterAsync(read, cancellationToken).ConfigureAwait(false);
        await reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(disposed, typeof(SqliteStateStore));
            return await RunAsync(() => OnReader(read, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            reading.Release();
        }
    }

    /// <inheritdoc/>
    public Task<T> WriteAsync<T>(Func<StateSession, T> write, CancellationToken cancellationToken) =>
        OnWriterAsync(session => session.InTransaction(write), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await writing.WaitAsync().ConfigureAwait(false);
        for (var i = 0; i < Readers; i++)
            await reading.WaitAsync().ConfigureAwait(false);
        disposed = true;
        while (idle.TryTake(out var session))
            session.Dispose();
        writer.Dispose();
        reading.Release(Readers);
        writing.Release();
    }

    private static SqliteDatabase Open(string? path)
    {
        if (path is not null)
            StateFile.Ensure(path);
        SqliteDatabase? database = null;
        try
        {
            database = new SqliteDatabase(path);
            database.Prepare();
            return database;
        }
        catch (SqliteException problem)
        {
            database?.writer.Dispose();
            throw StateErrors.Unusable(path ?? "memory", problem);
        }
        catch
        {
            database?.writer.Dispose();
            throw;
        }
    }

    private void Prepare()
    {
        writer.RunOnce(Setup);
        writer.InTransaction(session =>
        {
            SchemaMigration.Apply(session, Name);
            return true;
        });

        // With WAL, NORMAL outlives a killed process, but not a power cut: the last commits would be gone while both systems keep their
        // effects, and a lost intent means a duplicate. FULL costs one flush a commit, and there is one commit a page.
        writer.RunOnce("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    }

    private async Task<T> OnWriterAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(disposed, typeof(SqliteStateStore));
            return await RunAsync(() => On(writer, work, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            writing.Release();
        }
    }

    private async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(work, cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException problem)
        {
            throw StateErrors.Failed(Name, problem);
        }
    }

    private T OnReader<T>(Func<StateSession, T> read, CancellationToken cancellationToken)
    {
        if (!idle.TryTake(out var session))
        {
            session = new SqliteSession(connectionString);
            session.RunOnce(Setup + "PRAGMA query_only = 1");
        }

        try
        {
            return On(session, read, cancellationToken);
        }
        finally
        {
            idle.Add(session);
        }
    }

    private static T On<T>(SqliteSession session, Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        session.Cancellation = cancellationToken;
        try
        {
            return work(session);
        }
        finally
        {
            session.Cancellation = CancellationToken.None;
        }
    }
}
