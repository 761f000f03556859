using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs.Passes;

/// <summary>Opens and closes the jobs that a run leaves in the log.</summary>
internal static class JobLog
{
    /// <summary>A new job, or the one an interrupted run left open.</summary>
    public static async Task<BcSyncJob> OpenAsync(RunContext run, PassDefinition pass, CancellationToken cancellationToken)
    {
        var earlier = await run.State.Runs.JobsOfRunAsync(run.RunId, pass.Mapping.Name, cancellationToken).ConfigureAwait(false);
        var open = earlier.FirstOrDefault(job => job.Direction == pass.Direction && job.Finished is null);
        var job = open ?? new BcSyncJob
        {
            Id = run.Parts.Ids.NewId(),
            RunId = run.RunId,
            Type = run.JobType,
            Mapping = pass.Mapping.Name,
            Direction = pass.Direction,
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
        return closed;
    }

    /// <summary>Closes the open job of a pass that ended early.</summary>
    public static async Task AbandonAsync(RunContext run, PassDefinition pass, SyncJobStatus status, string message)
    {
        var jobs = await run.State.Runs.JobsOfRunAsync(run.RunId, pass.Mapping.Name, CancellationToken.None).ConfigureAwait(false);
        if (jobs.FirstOrDefault(job => job.Direction == pass.Direction && job.Finished is null) is { } open)
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

    /// <summary>Logs that a pass was refused before it began (scenario ENG-164).</summary>
    public static Task RefuseAsync(RunContext run, TableMapping mapping, SyncDirection direction, string message)
    {
        var now = run.Parts.Clock.GetUtcNow();
        return SaveAsync(run, new BcSyncJob
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
        });
    }

    /// <summary>Logs couplings that were removed.</summary>
    public static Task UncoupledAsync(EngineParts parts, TableMapping mapping, int removed, int failed)
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
            Status = failed > 0 ? SyncJobStatus.Error : SyncJobStatus.Success,
            Modified = removed,
            Uncoupled = removed,
            Failed = failed,
            Message = null,
        };
        return parts.State.CommitAsync(new StateChange { Jobs = [job], Now = now }, CancellationToken.None);
    }

    private static Task SaveAsync(RunContext run, BcSyncJob job) =>
        run.State.CommitAsync(new StateChange { Jobs = [job], Now = run.Parts.Clock.GetUtcNow() }, CancellationToken.None);
}
