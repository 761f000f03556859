using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>Shows the counters of jobs so that one comparison covers them all.</summary>
internal static class JobCounters
{
    /// <summary>Counters that are not zero, such as "Modified=1 Unchanged=2".</summary>
    public static string Counts(this BcSyncJob job) => string.Join(' ', new (string Name, int Count)[]
    {
        ("Inserted", job.Inserted), ("Modified", job.Modified), ("Deleted", job.Deleted), ("Unchanged", job.Unchanged), ("Skipped", job.Skipped),
        ("Failed", job.Failed), ("Coupled", job.Coupled), ("Uncoupled", job.Uncoupled),
    }.Where(counter => counter.Count != 0).Select(counter => $"{counter.Name}={counter.Count}"));

    /// <summary>Counters of the newest job of a mapping in a direction.</summary>
    public static async Task<string> CountsAsync(this SyncWorld world, string mapping, SyncDirection direction) =>
        (await world.LastJobAsync(mapping, direction)).Counts();
}
