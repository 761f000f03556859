using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Sqlite;

/// <summary>
/// The state of a connection in one SQLite file (WAL), created readable by its owner only. Several processes may open the same file; there
/// is one writer at a time, and readers beside it. One-to-one is a constraint of the database. What cannot be read or written ends in a
/// <see cref="SyncException"/>.
/// </summary>
public sealed class SqliteStateStore : IStateStore
{
    private readonly SqliteDatabase database;

    private SqliteStateStore(SqliteDatabase database)
    {
        this.database = database;
        Couplings = new SqliteCouplings(database);
        Pending = new SqlitePending(database);
        Runs = new SqliteRuns(database);
    }

    /// <inheritdoc/>
    public ICouplingReader Couplings { get; }

    /// <inheritdoc/>
    public IPendingReader Pending { get; }

    /// <inheritdoc/>
    public IRunReader Runs { get; }

    /// <summary>Opens the state, creating or upgrading the file; null keeps it in memory.</summary>
    /// <exception cref="SyncException">The file cannot be opened, or was written by a newer version.</exception>
    public static async Task<SqliteStateStore> OpenAsync(string? path, CancellationToken cancellationToken) =>
        new(await SqliteDatabase.OpenAsync(path, cancellationToken).ConfigureAwait(false));

    /// <summary>Looks into a file and leaves it as it is; null when it is no state, or does not have the setting.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">Name of the setting.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task<string?> FindSettingAsync(string path, string name, CancellationToken cancellationToken) =>
        Task.Run(() => StateGlance.Setting(path, name), cancellationToken);

    /// <inheritdoc/>
    public Task CommitAsync(StateChange change, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            StateWriter.Write(session, change);
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TableMapping>> GetMappingsAsync(CancellationToken cancellationToken) => await database.ReadAsync(
        session => session.Query("SELECT body FROM mappings", reader => MappingJson.Parse(reader.GetString(0))).InRunOrder().ToList(),
        cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public Task<string?> GetSettingAsync(string name, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Query(
            "SELECT value FROM settings WHERE name = $name", reader => reader.GetString(0), ("$name", name)).FirstOrDefault(),
        cancellationToken);

    /// <inheritdoc/>
    public Task<BcClearedJobs> ClearJobsAsync(JobClearing clearing, CancellationToken cancellationToken) =>
        database.WriteAsync(session => JobClearings.Remove(session, clearing), cancellationToken);

    /// <inheritdoc/>
    public Task<string> KeepSettingAsync(string name, string value, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            session.Run(
                "INSERT INTO settings (name, value) VALUES ($name, $value) ON CONFLICT (name) DO NOTHING",
                ("$name", name), ("$value", value));
            return session.Query("SELECT value FROM settings WHERE name = $name", reader => reader.GetString(0), ("$name", name))[0];
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<ClaimState> ClaimAsync(
        string resource, string holder, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.WriteAsync(session => ClaimRows.Claim(session, resource, holder, now, until), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> RenewAsync(Fence fence, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.WriteAsync(session => ClaimRows.Renew(session, fence, until), cancellationToken);

    /// <inheritdoc/>
    public Task ReleaseAsync(Fence fence, CancellationToken cancellationToken) =>
        database.WriteAsync(session => ClaimRows.Release(session, fence), cancellationToken);

    /// <inheritdoc/>
    public Task<ClaimState?> FindClaimAsync(string resource, CancellationToken cancellationToken) =>
        database.ReadAsync(session => ClaimRows.Find(session, resource), cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => database.DisposeAsync();
}
