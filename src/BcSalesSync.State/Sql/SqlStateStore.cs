using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Reading;
using BcSalesSync.State.Rows;

namespace BcSalesSync.State.Sql;

/// <summary>The state of a connection in tables. One-to-one is a constraint of the database.</summary>
public abstract class SqlStateStore : IStateStore
{
    private readonly IStateDatabase database;
    private readonly TimeProvider clock;
    private readonly ReadMappings mappings = new();

    private protected SqlStateStore(IStateDatabase database, TimeProvider clock)
    {
        this.database = database;
        this.clock = clock;
        Couplings = new CouplingReader(database);
        Pending = new PendingReader(database);
        Runs = new RunReader(database, mappings);
        Slices = new SliceReader(database, clock);
    }

    /// <inheritdoc/>
    public ICouplingReader Couplings { get; }

    /// <inheritdoc/>
    public IPendingReader Pending { get; }

    /// <inheritdoc/>
    public IRunReader Runs { get; }

    /// <inheritdoc/>
    public ISliceReader Slices { get; }

    /// <inheritdoc/>
    public Task CommitAsync(StateChange change, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            StateWriter.Write(session, change);
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<TableMapping>> GetMappingsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(mappings.Read, cancellationToken);

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
    public Task<ClaimState> ClaimAsync(string resource, string holder, TimeSpan term, CancellationToken cancellationToken) =>
        database.WriteAsync(session => ClaimRows.Claim(session, resource, holder, term, clock), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> RenewAsync(Fence fence, TimeSpan term, CancellationToken cancellationToken) =>
        database.WriteAsync(session => ClaimRows.Renew(session, fence, term, clock), cancellationToken);

    /// <inheritdoc/>
    public Task ReleaseAsync(Fence fence, CancellationToken cancellationToken) =>
        database.WriteAsync(session => ClaimRows.Release(session, fence), cancellationToken);

    /// <inheritdoc/>
    public Task<ClaimState?> FindClaimAsync(string resource, CancellationToken cancellationToken) =>
        database.ReadAsync(session => ClaimRows.Find(session, resource, clock), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }
}
