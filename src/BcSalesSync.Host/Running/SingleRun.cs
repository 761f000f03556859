using BcSalesSync.Contracts;
using BcSalesSync.Host.Commands;
using BcSalesSync.Host.Logging;

namespace BcSalesSync.Host.Running;

// Runs what is due once, in the engine's order, and tells by the exit code how it went.
internal sealed class SingleRun(ISyncSession session, RunSettings settings, ServiceLog log, TimeProvider clock)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var began = clock.GetUtcNow();
        var observer = log.Observe(null, settings.Verbose);
        var jobs = new List<BcSyncJob>();
        await foreach (var job in session.Schedule.RunAsync(new ScheduleRequest { TimeBudget = settings.TimeBudget }, observer, cancellationToken))
        {
            jobs.Add(job);
            log.Write(job.Failed > 0 ? LogLevels.Warning : LogLevels.Information, job.Mapping, ScheduleWork.Summary([job]));
        }

        var entries = await session.Schedule.GetAsync(null, cancellationToken).ToListAsync(cancellationToken);
        var code = Outcome(entries, began, jobs, await ConflictsAsync(began, cancellationToken));
        log.Write(code == ExitCode.Ok ? LogLevels.Information : LogLevels.Warning, null, $"{ScheduleWork.Summary(jobs)} Ends with {code}.");
        return code;
    }

    private int Outcome(IReadOnlyList<BcScheduleEntry> entries, DateTimeOffset began, IReadOnlyList<BcSyncJob> jobs, int conflicts)
    {
        var ran = entries.Where(entry => entry.LastRun >= began).ToList();
        var errors = ran.Select(entry => entry.LastError).OfType<BcSyncError>().ToList();
        var records = jobs.Sum(job => job.Failed);
        if (errors.Count > 0 && errors.Count == ran.Count)
            return errors.Select(ExitCode.Of).Distinct().ToArray() is [var only] ? only : ExitCode.Failed;
        if (errors.Count > 0 || records > conflicts)
            return ExitCode.Partial;
        if (records > 0)
            return ExitCode.ConflictsPending;
        var isAnyLeft = entries.Any(entry => entry.NextRun is { } next && (next <= began || entry.LastRun is null));
        return !isAnyLeft ? ExitCode.Ok : settings.TimeBudget is null ? ExitCode.Locked : ExitCode.TryLater;
    }

    private async Task<int> ConflictsAsync(DateTimeOffset began, CancellationToken cancellationToken) => await session
        .GetErrorsAsync(new ErrorQuery(), cancellationToken)
        .TakeWhile(error => error.Time >= began)
        .CountAsync(error => error.Class is FailureClass.Conflict, cancellationToken);
}
