using BcSalesSync.Contracts;
using BcSalesSync.State.Sql;

namespace BcSalesSync.State.Sqlite;

/// <summary>
/// The state of a connection in one SQLite file (WAL), created readable by its owner only. Several processes may open the same file; there
/// is one writer at a time, and readers beside it. What cannot be read or written ends in a <see cref="SyncException"/>.
/// </summary>
public sealed class SqliteStateStore : SqlStateStore
{
    private SqliteStateStore(SqliteDatabase database, TimeProvider clock)
        : base(database, clock)
    {
    }

    /// <summary>Opens the state, creating or upgrading the file.</summary>
    /// <param name="path">The file; null keeps the state in memory.</param>
    /// <param name="clock">The clock of the machine, by which claims stand.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="SyncException">The file cannot be opened, or was written by a newer version.</exception>
    public static async Task<SqliteStateStore> OpenAsync(string? path, TimeProvider clock, CancellationToken cancellationToken) =>
        new(await SqliteDatabase.OpenAsync(path, cancellationToken).ConfigureAwait(false), clock);

    /// <summary>Looks into a file and leaves it as it is; null when it is no state, or does not have the setting.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">Name of the setting.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task<string?> FindSettingAsync(string path, string name, CancellationToken cancellationToken) =>
        Task.Run(() => StateGlance.Setting(path, name), cancellationToken);
}
