using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Recovery;
using BcSalesSync.Engine.Runs;
using BcSalesSync.Engine.Telemetry;

namespace BcSalesSync.Engine.Scheduling;

/// <summary>
/// Runs entries of the schedule one after the other. What cannot run because another run has its mapping stays due; what fails is in the log
/// and comes again at its next time.
/// </summary>
internal sealed class ScheduleRunner(EngineParts parts, ScheduleBook book)
{
    private readonly HashSet<string> told = [];

    /// <summary>The entries of the given names, or those that are due when there are none.</summary>
    /// <param name="all">All entries.</param>
    /// <param name="names">The names.</param>
    /// <param name="onlyDue">True to take even of named entries only those that are due.</param>
    /// <param name="remember">False to leave no trace of having looked.</param>
    /// <param name="cancellationToken">Stops between entries.</param>
    /// <exception cref="SyncException">A name fits no entry.</exception>
    public async Task<IReadOnlyList<ScheduleEntry>> ChooseAsync(
        IReadOnlyList<ScheduleEntry> all, IReadOnlyList<string> names, bool onlyDue, bool remember, CancellationToken cancellationToken)
    {
        var wanted = names.Count > 0 ? book.Named(all, names) : all;
        if (names.Count > 0 && !onlyDue)
            return wanted;
        var now = parts.Clock.GetUtcNow();
        var due = new List<DueEntry>();
        var waking = new EntryWaking(parts, book);
        foreach (var work in wanted)
        {
            var state = await book.ReadAsync(work, cancellationToken).ConfigureAwait(false);
            if (state.IsDue(now) || await waking.IsWokenAsync(work, state, remember, cancellationToken).ConfigureAwait(false))
                due.Add(new DueEntry(work, state.CutOff));
        }

        return DueEntry.InOrder(due);
    }

    /// <summary>
    /// Runs them until a time, which stops the one that runs at its next checkpoint; emits the jobs that they leave in the log. Those that have to
    /// wait for another run get another turn after the others, as long as any of those ran.
    /// </summary>
    public async IAsyncEnumerable<BcSyncJob> RunAsync(
        IReadOnlyList<ScheduleEntry> chosen, DateTimeOffset? until, ISyncObserver observer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var limit = new TimeLimit(parts.Clock, until, cancellationToken);
        HeldEntries held;
        bool ran;
        do
        {
            held = new HeldEntries(parts);
            ran = false;
            for (var index = 0; index < chosen.Count; index++)
            {
                if (limit.IsOver)
                {
                    var left = held.All.Select(entry => entry.Entry).Concat(chosen.Skip(index));
                    observer.Warning($"The time is used up; still due: {string.Join(", ", left.Select(entry => entry.Name))}.");
                    yield break;
                }

                if (await held.IsHeldAsync(chosen[index], cancellationToken).ConfigureAwait(false)
                    || await RunAsync(chosen[index], held, limit, observer, cancellationToken).ConfigureAwait(false) is not { } jobs)
                    continue;
                ran = true;
                foreach (var job in jobs)
                    yield return job;
            }

            chosen = [.. held.All.Select(entry => entry.Entry)];
        }
        while (ran && chosen.Count > 0);

        foreach (var words in held.All.Select(entry => entry.InWords))
        {
            // A continuous run looks again and again, and has said so before.
            if (told.Add(words))
                observer.Warning(words);
            else
                observer.Verbose(words);
        }
    }

    // Null when another run turned out to be in the way.
    private async Task<IReadOnlyList<BcSyncJob>?> RunAsync(
        ScheduleEntry work, HeldEntries held, TimeLimit limit, ISyncObserver observer, CancellationToken cancellationToken)
    {
        var began = parts.Clock.GetUtcNow();
        var before = (await JobsAsync(work, began, cancellationToken).ConfigureAwait(false)).Select(job => job.Id).ToHashSet();
        var (failed, cut) = await TryAsync(work, limit, observer, cancellationToken).ConfigureAwait(false);
        if (cut)
        {
            var entry = await book.ReadAsync(work, CancellationToken.None).ConfigureAwait(false);
            await book.SaveAsync(work, entry with { CutOff = parts.Clock.GetUtcNow() }).ConfigureAwait(false);
            observer.Warning($"The time was used up while {work.Name} ran; what it did is saved, and it goes on from there. It stays due.");
            return await NewJobsAsync(work, began, before).ConfigureAwait(false);
        }

        if (failed?.Error.ErrorId == RunErrors.BusyId)
        {
            held.Add(new HeldBack(work, failed.Error.Mapping ?? work.Name, failed.Error));
            return null;
        }

        if (failed is not null)
            observer.Warning($"{work.Name}: {failed.Error.Message} {failed.Error.RecommendedAction}");
        var jobs = await NewJobsAsync(work, began, before).ConfigureAwait(false);

        // Records that failed have their own next try and are counted; the entry itself came to its end (scenario STA-104).
        var result = failed is null ? SyncJobStatus.Success : SyncJobStatus.Error;
        var state = await book.ReadAsync(work, CancellationToken.None).ConfigureAwait(false);
        var idle = result is SyncJobStatus.Success && jobs.All(FoundNothing);
        var now = parts.Clock.GetUtcNow();
        var after = state.After(work, result, idle, now) with
        {
            LastError = failed is null ? null : failed.Error with { Time = now },
            LastFailed = jobs.Sum(job => job.Failed),
        };
        await book.SaveAsync(work, after).ConfigureAwait(false);
        return jobs;
    }

    // What keeps one entry from running leaves the others their turn. The second is true when the time was used up meanwhile.
    private static async Task<(SyncException? Failed, bool Cut)> TryAsync(
        ScheduleEntry work, TimeLimit limit, ISyncObserver observer, CancellationToken cancellationToken)
    {
        using var span = SyncSpans.StartRun("scheduled " + work.Name);
        try
        {
            await work.RunAsync(observer, limit.Token).ConfigureAwait(false);
            return (null, false);
        }
        catch (OperationCanceledException) when (limit.IsOver && !cancellationToken.IsCancellationRequested)
        {
            return (null, true);
        }
        catch (SyncException problem)
        {
            return (problem, false);
        }
        catch (EndpointException problem)
        {
            return (EndpointErrors.ToException(problem, work.Name), false);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            return (new SyncException(ScheduleErrors.Unexpected(work.Name, problem), problem), false);
        }
    }

    private static bool FoundNothing(BcSyncJob job) =>
        job is { Inserted: 0, Modified: 0, Deleted: 0, Failed: 0, Coupled: 0, Uncoupled: 0 };

    private async Task<IReadOnlyList<BcSyncJob>> NewJobsAsync(ScheduleEntry work, DateTimeOffset since, HashSet<Guid> before) =>
        [.. (await JobsAsync(work, since, CancellationToken.None).ConfigureAwait(false)).Where(job => !before.Contains(job.Id)).OrderBy(job => job.Started)];

    private async Task<List<BcSyncJob>> JobsAsync(ScheduleEntry work, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var jobs = new List<BcSyncJob>();
        foreach (var name in work.LogNames)
        {
            var query = new JobQuery { Mapping = name, Since = since };
            await foreach (var job in parts.State.Runs.JobsAsync(query, cancellationToken).ConfigureAwait(false))
                jobs.Add(job);
        }

        return jobs;
    }
}
