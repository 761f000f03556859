using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>What an admin, or a runbook, does with the schedule.</summary>
internal static class ScheduleSteps
{
    /// <summary>An entry; null when the schedule has none of that name.</summary>
    public static async Task<BcScheduleEntry?> FindEntryAsync(this SyncWorld world, string name) =>
        (await world.Session.Schedule.GetAsync(name, default).ToListAsync()).SingleOrDefault();

    /// <summary>An entry that is there.</summary>
    public static async Task<BcScheduleEntry> EntryAsync(this SyncWorld world, string name) =>
        await world.FindEntryAsync(name) ?? throw new InvalidOperationException($"The schedule has no entry '{name}'.");

    /// <summary>Runs what is due, or entries by name.</summary>
    public static Task<List<BcSyncJob>> RunScheduleAsync(this SyncWorld world, params string[] names) =>
        world.RunScheduleAsync(new ScheduleRequest { Names = names });

    public static Task<List<BcSyncJob>> RunScheduleAsync(this SyncWorld world, ScheduleRequest request) =>
        world.Session.Schedule.RunAsync(request, world.Observer, default).ToListAsync().AsTask();

    /// <summary>Names of the entries that are due.</summary>
    public static async Task<List<string>> DueAsync(this SyncWorld world) =>
        [.. (await world.Session.Schedule.PreviewAsync(new ScheduleRequest(), default).ToListAsync()).Select(entry => entry.Name)];

    public static Task<BcScheduleEntry> ChangeEntryAsync(this SyncWorld world, ScheduleChange change) =>
        world.Session.Schedule.SetAsync(change, default);

    /// <summary>Holds all entries but some, so that a test is about those.</summary>
    public static async Task HoldAllButAsync(this SyncWorld world, params string[] names)
    {
        foreach (var entry in await world.Session.Schedule.GetAsync(null, default).ToListAsync())
            await world.ChangeEntryAsync(new ScheduleChange { Name = entry.Name, OnHold = !names.Contains(entry.Name) });
    }

    /// <summary>Another run works on customers, and stands still until it is let go.</summary>
    public static async Task<(RequestWatch.Hold Hold, Task Run)> HeldCustomerRunAsync(this SyncWorld world)
    {
        var hold = world.Watch.HoldWhen(request => Task.FromResult(request.RequestUri!.AbsolutePath.Contains("/customers", StringComparison.Ordinal)));
        var run = world.RunAsync("CUSTOMER", SyncDirection.ToSales);
        await hold.Reached;
        return (hold, run);
    }
}
