using Microsoft.Data.Sqlite;

namespace BcSalesSync.State.Sqlite;

/// <summary>
/// The connection to the state file. Statements run one after the other: they are short, and SQLite has one writer anyway.
/// Other processes have connections of their own.
/// </summary>
internal sealed class SqliteDatabase : IAsyncDisposable
{
    private readonly SqliteConnection connection;
    private readonly SemaphoreSlim gate = new(1, 1);
    private bool disposed;

    private SqliteDatabase(SqliteConnection connection) => this.connection = connection;

    /// <summary>Opens or creates the database; null keeps it in memory.</summary>
    public static Task<SqliteDatabase> OpenAsync(string? path, CancellationToken cancellationToken) =>
        Task.Run(() => Open(path), cancellationToken);

    /// <summary>Runs statements that only read.</summary>
    public Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellationToken) =>
        RunAsync(read, cancellationToken);

    /// <summary>Runs statements in one transaction that is the only one writing.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> write, CancellationToken cancellationToken) => RunAsync(
        connection =>
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            var result = write(connection);
            transaction.Commit();
            return result;
        },
        cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await gate.WaitAsync().ConfigureAwait(false);
        try
        {
            disposed = true;
            await connection.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    private static SqliteDatabase Open(string? path)
    {
        if (path is not null)
            CreateForOwnerOnly(path);
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = path ?? ":memory:",
            Pooling = false,
            DefaultTimeout = 30,
        };
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();

            // FULL, because a commit is promised to outlive a power cut: intents and checkpoints rely on it.
            // One commit a page makes that cheap.
            connection.Execute(
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000;");
            Schema.SchemaMigration.Apply(connection);
            return new SqliteDatabase(connection);
        }
        catch (SqliteException problem)
        {
            connection.Dispose();
            throw StateErrors.Unusable(path ?? "memory", problem);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // SQLite gives its side files the mode of the main file.
    private static void CreateForOwnerOnly(string path)
    {
        try
        {
            var folder = Path.GetDirectoryName(path);
            if (!string.IsNullOrEmpty(folder) && !Directory.Exists(folder))
                CreateFolder(folder);
            if (File.Exists(path))
                return;
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new FileStream(path, options);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            if (!File.Exists(path))
                throw StateErrors.Unusable(path, problem);
        }
    }

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private async Task<T> RunAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            return await Task.Run(() => work(connection), CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }
}
