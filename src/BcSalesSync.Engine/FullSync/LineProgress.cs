using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.FullSync;

/// <summary>Shows the jobs of a line as the line. Pure.</summary>
internal static class LineProgress
{
    /// <summary>The line with the counts of its jobs.</summary>
    /// <param name="line">The line.</param>
    /// <param name="jobs">All jobs of the line so far, each once.</param>
    /// <param name="read">Records looked at in the page just settled.</param>
    public static BcFullSyncLine Add(BcFullSyncLine line, IReadOnlyCollection<BcSyncJob> jobs, int read)
    {
        var done = line.Done + read;
        var total = Math.Max(line.Total, done);
        return line with
        {
            Done = done,
            Total = total,
            PercentComplete = line.Status is FullSyncStatus.Finished ? 100 : total == 0 ? 0 : Math.Min(99, (int)(done * 100L / total)),
            Inserted = jobs.Sum(job => job.Inserted),
            Modified = jobs.Sum(job => job.Modified),
            Coupled = jobs.Sum(job => job.Coupled),
            Failed = jobs.Sum(job => job.Failed),
            ToSalesStatus = Outcome(jobs, SyncDirection.ToSales),
            ToBusinessCentralStatus = Outcome(jobs, SyncDirection.ToBusinessCentral),
        };
    }

    /// <summary>The line once it is done.</summary>
    /// <param name="line">The line.</param>
    /// <param name="counts">How the couplings of the mapping stand, those included that this run did not come to.</param>
    public static BcFullSyncLine Finish(BcFullSyncLine line, MappingCounts counts) => line with
    {
        Status = FullSyncStatus.Finished,
        Total = line.Done,
        PercentComplete = 100,
        Message = line.Failed > 0 ? $"{line.Failed} records failed: Get-BcSyncError -Mapping {line.Mapping.Typed()}."
            : counts.Failed + counts.Skipped > 0 ? Unfinished(line, counts)
            : line.Message,
    };

    private static string Unfinished(BcFullSyncLine line, MappingCounts counts) =>
        $"Not in step since an earlier run: {counts.Failed} failed, {counts.Skipped} skipped. "
            + (counts.Failed > 0 ? $"Get-BcSyncError -Mapping {line.Mapping.Typed()} says why." : $"Get-BcCoupling -Mapping {line.Mapping.Typed()} -Skipped shows them.");

    private static SyncOutcome Outcome(IReadOnlyCollection<BcSyncJob> jobs, SyncDirection direction)
    {
        var own = jobs.Where(job => job.Direction.Includes(direction)).ToArray();
        if (own.Any(job => job.Failed > 0 || job.Status is SyncJobStatus.Error))
            return SyncOutcome.Failure;
        return own.Any(job => job.Finished is not null) ? SyncOutcome.Success : SyncOutcome.None;
    }
}
