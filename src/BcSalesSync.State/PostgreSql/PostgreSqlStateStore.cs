using BcSalesSync.Contracts;
using BcSalesSync.State.Sql;

namespace BcSalesSync.State.PostgreSql;

/// <summary>
/// The state of a connection in one schema of a PostgreSQL database, for several machines that share the work. All of them write and read at
/// the same time. What cannot be read or written ends in a <see cref="SyncException"/>.
/// </summary>
public sealed class PostgreSqlStateStore : SqlStateStore
{
    private PostgreSqlStateStore(PostgreSqlDatabase database, TimeProvider clock, string place)
        : base(database, clock) => Place = place;

    /// <summary>The place for people: host, database and schema, without user and password.</summary>
    public string Place { get; }

    /// <summary>Checks and completes a connection string, which then names the schema; its result is as secret as what was given.</summary>
    /// <exception cref="SyncException">It cannot be used.</exception>
    public static string Complete(string connectionString) => PostgreSqlAddress.Parse(connectionString).ConnectionString;

    /// <summary>Opens the state, creating or upgrading its schema.</summary>
    /// <param name="connectionString">Where it is, as Npgsql takes it; Search Path names the schema.</param>
    /// <param name="clock">The clock of pauses, while a server that was reached is away; claims stand by that of the server.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="SyncException">It cannot be opened, or was written by a newer version.</exception>
    public static async Task<PostgreSqlStateStore> OpenAsync(string connectionString, TimeProvider clock, CancellationToken cancellationToken)
    {
        var address = PostgreSqlAddress.Parse(connectionString);
        return new(await PostgreSqlDatabase.OpenAsync(address, clock, cancellationToken).ConfigureAwait(false), clock, address.Shown);
    }
}
