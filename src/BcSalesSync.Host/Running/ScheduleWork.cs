using System.Globalization;
using BcSalesSync.Contracts;
using BcSalesSync.Host.Health;
using BcSalesSync.Host.Logging;

namespace BcSalesSync.Host.Running;

// What the jobs of the scheduler do: look what is due, and run one entry. What is due, the engine alone decides.
internal sealed class ScheduleWork(ISyncSession session, JobTurn turn, ServiceLog log, ServiceHealth health)
{
    // Names of the entries that are due, in the order in which they run.
    public async Task<IReadOnlyList<string>> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var due = await session.Schedule.LookAsync(cancellationToken).Select(entry => entry.Name).ToListAsync(cancellationToken);
            health.Looked(await EntriesAsync(cancellationToken));
            return due;
        }
        catch (SyncException problem)
        {
            health.LookFailed(problem.Error);
            log.Write(problem.Error);
            return [];
        }
    }

    // Runs an entry if it is still due: another node, or a person, may have run it meanwhile.
    public async Task RunAsync(string entry, CancellationToken cancellationToken)
    {
        health.Began(entry);
        try
        {
            // An entry may go with a switch between the look and its turn; the next look knows.
            await turn.RunAsync(
                entry,
                "Stopped at a checkpoint; it stays due and goes on from there.",
                observer => RunAsync(entry, observer, cancellationToken),
                cancellationToken);
        }
        finally
        {
            health.Ended(entry);
        }
    }

    public static string Summary(IReadOnlyList<BcSyncJob> jobs) => string.Create(
        CultureInfo.InvariantCulture,
        $"{jobs.Sum(job => job.Inserted)} created, {jobs.Sum(job => job.Modified)} updated, {jobs.Sum(job => job.Deleted)} deleted, "
            + $"{jobs.Sum(job => job.Unchanged)} unchanged, {jobs.Sum(job => job.Skipped)} skipped, {jobs.Sum(job => job.Failed)} failed.");

    private async Task RunAsync(string entry, ISyncObserver observer, CancellationToken cancellationToken)
    {
        var request = new ScheduleRequest { Names = [entry], OnlyDue = true };
        var jobs = await session.Schedule.RunAsync(request, observer, cancellationToken).ToListAsync(cancellationToken);
        if (jobs.Count > 0)
            log.Write(jobs.Exists(job => job.Failed > 0) ? LogLevels.Warning : LogLevels.Information, entry, Summary(jobs));
        health.Looked(await EntriesAsync(cancellationToken));
    }

    private async Task<IReadOnlyList<BcScheduleEntry>> EntriesAsync(CancellationToken cancellationToken) =>
        await session.Schedule.GetAsync(null, cancellationToken).ToListAsync(cancellationToken);
}
