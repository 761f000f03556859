using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Ports.State;

/// <summary>Reads runs, the review and the logs.</summary>
public interface IRunReader
{
    /// <summary>A run by id; null when there is none.</summary>
    Task<RunState?> GetAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The newest run of a kind; null when there is none.</summary>
    Task<RunState?> LatestAsync(RunKind kind, CancellationToken cancellationToken);

    /// <summary>Lines of the full synchronisation review, in the order of runs.</summary>
    Task<IReadOnlyList<BcFullSyncLine>> FullSyncLinesAsync(CancellationToken cancellationToken);

    /// <summary>Jobs, newest first.</summary>
    IAsyncEnumerable<BcSyncJob> JobsAsync(JobQuery query, CancellationToken cancellationToken);

    /// <summary>Jobs of a run and mapping, newest first.</summary>
    Task<IReadOnlyList<BcSyncJob>> JobsOfRunAsync(Guid runId, string? mapping, CancellationToken cancellationToken);

    /// <summary>How many jobs and errors a clearing of the log would remove, and how many it would keep.</summary>
    Task<BcClearedJobs> CountJobsAsync(JobClearing clearing, CancellationToken cancellationToken);

    /// <summary>Jobs of a mapping that are not finished, newest first.</summary>
    Task<IReadOnlyList<BcSyncJob>> OpenJobsAsync(string mapping, CancellationToken cancellationToken);

    /// <summary>Logged errors, newest first.</summary>
    IAsyncEnumerable<BcSyncError> ErrorsAsync(ErrorQuery query, CancellationToken cancellationToken);

    /// <summary>Values that were written over, newest first.</summary>
    IAsyncEnumerable<BcOverwrittenValue> OverwrittenAsync(OverwrittenValueQuery query, CancellationToken cancellationToken);
}
