using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>What an admin does with the full synchronisation review.</summary>
internal static class ReviewSteps
{
    /// <summary>The review, by mapping.</summary>
    public static async Task<Dictionary<string, BcFullSyncLine>> ReviewAsync(this ISyncSession session) =>
        (await session.GetFullSyncAsync(null, default).ToListAsync()).ToDictionary(line => line.Mapping);

    /// <summary>The states of all lines, such as "CURRENCY=Running CUSTOMER=Waiting".</summary>
    public static async Task<string> StatesAsync(this ISyncSession session) => string.Join(
        ' ', (await session.GetFullSyncAsync(null, default).ToListAsync()).Select(line => $"{line.Mapping}={line.Status}"));

    /// <summary>Starts a full synchronisation that creates what is missing.</summary>
    public static Task<BcFullSync> StartAsync(this SyncWorld world, params string[] mappings) => world.Session.StartFullSyncAsync(
        new FullSyncRequest { Mappings = mappings, Action = FullSyncAction.FullSync }, default);

    /// <summary>Done once the line of a mapping is under way.</summary>
    public static Task RunningAsync(this SyncWorld world, string mapping) => world.State.SavedAsync(
        change => change.FullSyncLines.Any(line => line.Mapping == mapping && line.Status is FullSyncStatus.Running));

    /// <summary>Waits for the end of the full synchronisation.</summary>
    public static Task<BcFullSync> WaitAsync(this SyncWorld world) => world.Session.WaitFullSyncAsync(world.Observer, default);

    /// <summary>Resumes the full synchronisation in a session and waits for its end.</summary>
    public static async Task<BcFullSync> ResumeToEndAsync(this ISyncSession session)
    {
        await session.ResumeFullSyncAsync(null, default);
        return await session.WaitFullSyncAsync(SilentObserver.Instance, default);
    }
}
