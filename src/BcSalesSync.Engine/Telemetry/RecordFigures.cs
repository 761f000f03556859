using System.Diagnostics.Metrics;
using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Telemetry;

/// <summary>Counts records by what was done with them, when their job ends.</summary>
internal static class RecordFigures
{
    private static readonly Meter Meter = new(TelemetryName.Value);

    private static readonly Counter<long> Records = Meter.CreateCounter<long>(
        "bcsync.records", "{record}", "Records of ended jobs by what was done with them.");

    /// <summary>Adds the records of a job.</summary>
    public static void Add(BcSyncJob job)
    {
        if (!Records.Enabled)
            return;
        Add(job, "inserted", job.Inserted);
        Add(job, "modified", job.Modified);
        Add(job, "deleted", job.Deleted);
        Add(job, "unchanged", job.Unchanged);
        Add(job, "skipped", job.Skipped);
        Add(job, "failed", job.Failed);
        Add(job, "coupled", job.Coupled);
        Add(job, "uncoupled", job.Uncoupled);
    }

    private static void Add(BcSyncJob job, string action, int count)
    {
        if (count > 0)
            Records.Add(count, new("bcsync.action", action), new("bcsync.mapping", job.Mapping), new("bcsync.direction", job.Direction.ToString()));
    }
}
