using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Telemetry;

namespace BcSalesSync.Engine.Runs.Passes;

/// <summary>Opens and closes the jobs that a run leaves in the log.</summary>
internal static class JobLog
{
    /// <summary>A new job, or the one an interrupted run left open.</summary>
    public static async Task<BcSyncJob> OpenAsync(
        RunContext run, string mapping, SyncDirection direction, CancellationToken cancellationToken)
    {
        var open = await FindOpenAsync(run, mapping, direction, cancellationToken).ConfigureAwait(false);
        var job = open ?? new BcSyncJob
        {
            Id = run.Parts.Ids.NewId(),
            RunId = run.RunId,
            Type = run.JobType,
            Mapping = mapping,
            Direction = direction,
            Started = run.Parts.Clock.GetUtcNow(),
            Finished = null,
            Status = SyncJobStatus.Running,
            Message = null,
        };
        if (open is null)
            await SaveAsync(run, job).ConfigureAwait(false);
        return job;
    }

    /// <summary>Ends a job; failed records turn success into error (spec/engine.md 3.10).</summary>
    public static async Task<BcSyncJob> CloseAsync(RunContext run, BcSyncJob job, SyncJobStatus status, string? message)
    {
        var closed = job with
        {
            Finished = run.Parts.Clock.GetUtcNow(),
            Status = status is SyncJobStatus.Success && job.Failed > 0 ? SyncJobStatus.Error : status,
            Message = message,
        };
        await SaveAsync(run, closed).ConfigureAwait(false);
        RecordFigures.Add(closed);
        return closed;
    }

    /// <summary>Closes the open job of a pass that ended early.</summary>
    public static async Task AbandonAsync(RunContext run, string mapping, SyncDirection direction, SyncJobStatus status, string message)
    {
        if (await FindOpenAsync(run, mapping, direction, CancellationToken.None).ConfigureAwait(false) is { } open)
            await CloseAsync(run, open, status, message).ConfigureAwait(false);
    }

    /// <summary>
    /// Closes jobs of a mapping that runs left open whose process ended, or which lost the mapping: whoever has it now is the only one at work.
    /// </summary>
    public static async Task CloseLeftOpenAsync(EngineParts parts, IStateStore state, string mapping, Guid runId)
    {
        var now = parts.Clock.GetUtcNow();
        var open = await state.Runs.OpenJobsAsync(mapping, CancellationToken.None).ConfigureAwait(false);
        BcSyncJob[] left = [.. open.Where(job => job.RunId != runId).Select(job => job with
        {
            Finished = now,
            Status = SyncJobStatus.Stopped,
            Message = "The run ended without a word: its process is gone or lost the mapping. What it had saved is kept; the rest is done again.",
        })];
        if (left.Length > 0)
            await state.CommitAsync(new StateChange { Jobs = left, Now = now }, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Logs that a job was refused before it began (scenario ENG-164).</summary>
    public static Task RefuseAsync(RunContext run, TableMapping mapping, SyncDirection direction, string message) =>
        SaveAsync(run, Refused(run, mapping, direction, message));

    /// <summary>Logs that a job was refused before it began, with the error that says what to do (scenario MAT-111).</summary>
    public static Task RefuseAsync(RunContext run, TableMapping mapping, SyncDirection direction, BcSyncError error)
    {
        var job = Refused(run, mapping, direction, error.Message);
        var change = new StateChange { Jobs = [job], Errors = [error with { Time = job.Started, JobId = job.Id }], Now = job.Started };
        return run.State.CommitAsync(change, CancellationToken.None);
    }

    private static BcSyncJob Refused(RunContext run, TableMapping mapping, SyncDirection direction, string message)
    {
        var now = run.Parts.Clock.GetUtcNow();
        return new BcSyncJob
        {
            Id = run.Parts.Ids.NewId(),
            RunId = run.RunId,
            Type = run.JobType,
            Mapping = mapping.Name,
            Direction = direction,
            Started = now,
            Finished = now,
            Status = SyncJobStatus.Error,
            Message = message,
        };
    }

    /// <summary>Logs couplings that were removed.</summary>
    public static async Task UncoupledAsync(EngineParts parts, TableMapping mapping, JobCounts counts)
    {
        var now = parts.Clock.GetUtcNow();
        var job = new BcSyncJob
        {
            Id = parts.Ids.NewId(),
            RunId = parts.Ids.NewId(),
            Type = SyncJobType.Uncoupling,
            Mapping = mapping.Name,
            Direction = SyncDirection.ToSales,
            Started = now,
            Finished = now,
            Status = counts.Failed > 0 ? SyncJobStatus.Error : SyncJobStatus.Success,
            Message = null,
        };
        job = counts.AddTo(job);
        await parts.State.CommitAsync(new StateChange { Jobs = [job], Now = now }, CancellationToken.None).ConfigureAwait(false);
        RecordFigures.Add(job);
    }

    private static async Task<BcSyncJob?> FindOpenAsync(
        RunContext run, string mapping, SyncDirection direction, CancellationToken cancellationToken) =>
        (await run.State.Runs.JobsOfRunAsync(run.RunId, mapping, cancellationToken).ConfigureAwait(false))
            .FirstOrDefault(job => job.Type == run.JobType && job.Direction == direction && job.Finished is null);

    private static Task SaveAsync(RunContext run, BcSyncJob job) =>
        run.State.CommitAsync(new StateChange { Jobs = [job], Now = run.Parts.Clock.GetUtcNow() }, CancellationToken.None);
}
