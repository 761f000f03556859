using System.Net.Sockets;
using System.Security.Authentication;
using BcSalesSync.Contracts;
using BcSalesSync.State.Sql;
using Npgsql;

namespace BcSalesSync.State.PostgreSql;

/// <summary>
/// The connections to one state in PostgreSQL. The work is the same as on a file and runs on the thread pool; waiting for a turn holds no
/// thread. A transaction that got in the way of another, or lost its connection before it was to be saved, is begun anew, and then alone.
/// </summary>
internal sealed class PostgreSqlDatabase : IStateDatabase
{
    private const int Most = 16;
    private const int Attempts = 5;

    // Half a minute in all.
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(16);

    private readonly PostgreSqlAddress address;
    private readonly NpgsqlDataSource source;
    private readonly SemaphoreSlim turns;
    private readonly TimeProvider clock;
    private bool disposed;
    private volatile bool wasReached;

    private PostgreSqlDatabase(PostgreSqlAddress address, TimeProvider clock)
    {
        this.address = address;
        this.clock = clock;
        source = address.Build();
        turns = new SemaphoreSlim(Connections, Connections);
    }

    /// <inheritdoc/>
    public SqlDialect Dialect => PostgreSqlDialect.Instance;

    private int Connections => Math.Min(Most, address.PoolSize);

    /// <summary>Opens the database and creates or upgrades the schema.</summary>
    /// <exception cref="Contracts.SyncException">It cannot be used.</exception>
    public static async Task<PostgreSqlDatabase> OpenAsync(PostgreSqlAddress address, TimeProvider clock, CancellationToken cancellationToken)
    {
        var database = new PostgreSqlDatabase(address, clock);
        try
        {
            await database.WriteAsync(session => PostgreSqlMigration.Apply(session, address), cancellationToken).ConfigureAwait(false);
            return database;
        }
        catch
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<T> ReadAsync<T>(Func<StateSession, T> read, CancellationToken cancellationToken) =>
        RunAsync((session, _) => read(session), cancellationToken);

    /// <inheritdoc/>
    public Task<T> WriteAsync<T>(Func<StateSession, T> write, CancellationToken cancellationToken) => RunAsync(
        (session, attempt) =>
        {
            using var transaction = session.Begin(alone: attempt > 1);
            var result = write(session);
            Commit(transaction);
            return result;
        },
        cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        for (var i = 0; i < Connections; i++)
            await turns.WaitAsync().ConfigureAwait(false);
        disposed = true;
        await source.DisposeAsync().ConfigureAwait(false);
        turns.Release(Connections);
    }

    private async Task<T> RunAsync<T>(Func<PostgreSqlSession, int, T> work, CancellationToken cancellationToken)
    {
        await turns.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(disposed, typeof(PostgreSqlStateStore));
            for (var attempt = 1; ; attempt++)
            {
                var session = await ReachAsync(cancellationToken).ConfigureAwait(false);
                var (isDone, result) = await Task.Run(() => Try(session, work, attempt), CancellationToken.None).ConfigureAwait(false);
                if (isDone)
                    return result!;
            }
        }
        finally
        {
            turns.Release();
        }
    }

    // False when it has to be begun anew.
    private (bool IsDone, T? Result) Try<T>(PostgreSqlSession session, Func<PostgreSqlSession, int, T> work, int attempt)
    {
        using (session)
        {
            try
            {
                return (true, work(session, attempt));
            }
            catch (NpgsqlException problem) when (attempt < Attempts && PostgreSqlErrors.MayBeTriedAgain(problem))
            {
                return (false, default);
            }
            catch (NpgsqlException problem)
            {
                throw PostgreSqlErrors.Failed(address, problem);
            }
        }
    }

    // A server that was there is waited for while it starts anew; one that never was is reported at once.
    private async Task<PostgreSqlSession> ReachAsync(CancellationToken cancellationToken)
    {
        for (var pause = FirstPause; ; pause *= 2)
        {
            try
            {
                var session = await Task.Run(() => Open(cancellationToken), cancellationToken).ConfigureAwait(false);
                wasReached = true;
                return session;
            }
            catch (SyncException problem) when (wasReached && pause <= LongestPause && problem.Error.Class is FailureClass.Transient)
            {
                await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private PostgreSqlSession Open(CancellationToken cancellationToken)
    {
        try
        {
            return new PostgreSqlSession(source.OpenConnection()) { Cancellation = cancellationToken };
        }
        catch (Exception problem) when (problem is NpgsqlException or SocketException or IOException or TimeoutException or AuthenticationException)
        {
            throw PostgreSqlErrors.Unopened(address, problem as NpgsqlException ?? new NpgsqlException(problem.Message, problem));
        }
    }

    // Without an answer nobody knows whether it was saved; doing it again could do it twice.
    private void Commit(NpgsqlTransaction transaction)
    {
        try
        {
            transaction.Commit();
        }
        catch (NpgsqlException problem) when (!PostgreSqlErrors.IsConflict(problem))
        {
            throw PostgreSqlErrors.Failed(address, problem);
        }
    }
}
