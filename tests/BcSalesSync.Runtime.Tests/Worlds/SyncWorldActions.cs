using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>What an admin does, in one line each.</summary>
internal static class SyncWorldActions
{
    /// <summary>Couples two records.</summary>
    public static async Task<Outcome<BcCoupling>> CoupleAsync(
        this SyncWorld world, string mapping, RecordSelector records, SyncDirection? sync = null, SystemSide? createIn = null) =>
        (await world.Session.CoupleAsync([new CouplingRequest { Mapping = mapping, Records = records, Sync = sync, CreateIn = createIn }], world.Observer, default)
            .ToListAsync())[0];

    /// <summary>Synchronises named records.</summary>
    public static Task<List<BcSyncResult>> SyncAsync(this SyncWorld world, string mapping, SyncDirection? direction, params RecordSelector[] records) =>
        world.Session.SyncNowAsync(new SyncNowRequest { Mapping = mapping, Direction = direction, Records = records }, world.Observer, default).ToListAsync().AsTask();

    /// <summary>Runs a mapping as its schedule would.</summary>
    public static Task<List<BcSyncResult>> RunAsync(this SyncWorld world, string mapping, SyncDirection? direction = null) =>
        world.Session.SyncNowAsync(new SyncNowRequest { Mapping = mapping, Direction = direction }, world.Observer, default).ToListAsync().AsTask();

    /// <summary>Runs a full synchronisation to its end and returns the review.</summary>
    public static async Task<List<BcFullSyncLine>> FullSyncAsync(this SyncWorld world, FullSyncAction? action, params string[] mappings)
    {
        await world.Session.StartFullSyncAsync(new FullSyncRequest { Mappings = mappings, Action = action }, default);
        await world.Session.WaitFullSyncAsync(world.Observer, default);
        return await world.Session.GetFullSyncAsync(null, default).ToListAsync();
    }

    /// <summary>The review of the full synchronisation.</summary>
    public static async Task<List<BcFullSyncLine>> ReviewAsync(this SyncWorld world) => await world.Session.GetFullSyncAsync(null, default).ToListAsync();

    /// <summary>The newest job of a mapping in a direction.</summary>
    public static async Task<BcSyncJob> LastJobAsync(this SyncWorld world, string mapping, SyncDirection direction) =>
        await world.Session.GetJobsAsync(new JobQuery { Mapping = mapping }, default).FirstAsync(job => job.Direction == direction);

    /// <summary>The coupling of a record, or null.</summary>
    public static async Task<BcCoupling?> CouplingAsync(this SyncWorld world, string mapping, Guid bcId) =>
        await world.Session.GetCouplingsAsync(new CouplingQuery { Mapping = mapping, Records = new RecordSelector { BcId = bcId } }, default).FirstOrDefaultAsync();

    /// <summary>Changes a mapping.</summary>
    public static Task<BcTableMapping> ChangeAsync(this SyncWorld world, TableMappingChange change) => world.Session.SetTableMappingAsync(change, default);
}
