using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Runtime.Reporting.Figures;

namespace BcSalesSync.Runtime.Reporting.Gathering;

/// <summary>Reads what a report shows through the door that shells use. The log is streamed, whatever its length.</summary>
/// <param name="session">The session that the report is about.</param>
/// <param name="runs">Finds the jobs of a run.</param>
/// <param name="requests">What the session sent.</param>
/// <param name="clock">The clock.</param>
internal sealed class ReportGatherer(ISyncSession session, IRunReader runs, RequestTally requests, TimeProvider clock)
{
    private const string NotSetUp = "BcSync.Mapping.NotSetUp";

    // The log is in the order of writing, which may differ from the order of time where several machines write it.
    private static readonly TimeSpan Disorder = TimeSpan.FromDays(1);

    private static readonly TimeSpan Usual = TimeSpan.FromDays(30);

    /// <summary>Reads everything; writes nothing anywhere and asks neither system.</summary>
    public async Task<SyncReport> GatherAsync(DateTimeOffset? from, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var since = from ?? now - Usual;
        var jobs = new JobTally(now);
        await foreach (var job in session.GetJobsAsync(new JobQuery { Since = since }, cancellationToken).ConfigureAwait(false))
            jobs.Add(job);
        var schedule = await ListAsync(session.Schedule.GetAsync(null, cancellationToken)).ConfigureAwait(false);
        return new SyncReport
        {
            Connection = session.Connection,
            Made = now,
            Since = since,
            Mappings = await MappingsAsync(jobs, schedule, now, cancellationToken).ConfigureAwait(false),
            History = jobs.History,
            Trouble = await TroubleAsync(since, cancellationToken).ConfigureAwait(false),
            Slowest = jobs.Slowest,
            FullSync = await FullSyncAsync(cancellationToken).ConfigureAwait(false),
            Schedule = schedule,
            Requests = requests.Figures,
        };
    }

    private async Task<IReadOnlyList<MappingFigures>> MappingsAsync(
        JobTally jobs, List<BcScheduleEntry> schedule, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lines = await ListAsync(session.GetStatusAsync(null, cancellationToken)).ConfigureAwait(false);
        return [.. lines.Select(line => new MappingFigures
        {
            Status = line,
            Freshness = FreshnessOf(line, schedule.Find(entry => entry.Name == line.Mapping), now),
            ToSales = jobs.Last(line.Mapping, SyncDirection.ToSales),
            ToBusinessCentral = jobs.Last(line.Mapping, SyncDirection.ToBusinessCentral),
        })];
    }

    private async Task<TroubleFigures> TroubleAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var trouble = new TroubleTally();
        await foreach (var error in session.GetErrorsAsync(new ErrorQuery(), cancellationToken).ConfigureAwait(false))
        {
            if (error.Time < since - Disorder)
                break;
            if (error.Time >= since)
                trouble.Add(error);
        }

        await foreach (var value in session.GetOverwrittenValuesAsync(new OverwrittenValueQuery(), cancellationToken).ConfigureAwait(false))
        {
            if (value.Time < since - Disorder)
                break;
            if (value.Time >= since)
                trouble.Add(value);
        }

        return trouble.Figures;
    }

    private async Task<FullSyncFigures> FullSyncAsync(CancellationToken cancellationToken)
    {
        // Before the first one the review is worked out by asking both systems.
        if ((await runs.FullSyncLinesAsync(cancellationToken).ConfigureAwait(false)).Count == 0)
            return new FullSyncFigures([], []);
        var review = await ListAsync(session.GetFullSyncAsync(null, cancellationToken)).ConfigureAwait(false);
        var lines = review.Where(line => line.RunId is not null).ToList();
        var jobs = new List<BcSyncJob>();
        foreach (var run in lines.Select(line => line.RunId!.Value).Distinct())
            jobs.AddRange((await runs.JobsOfRunAsync(run, null, cancellationToken).ConfigureAwait(false)).Reverse());
        return new FullSyncFigures(lines, [.. jobs.OrderBy(job => job.Started)]);
    }

    // A connection without mappings has nothing to tell, which is no error here.
    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        try
        {
            await foreach (var item in items.ConfigureAwait(false))
                list.Add(item);
        }
        catch (SyncException problem) when (problem.Error.ErrorId == NotSetUp)
        {
            return [];
        }

        return list;
    }

    private static Freshness FreshnessOf(BcSyncStatus line, BcScheduleEntry? entry, DateTimeOffset now)
    {
        if (line.LastRun is null)
            return Freshness.NeverRun;
        if (entry?.State is ScheduleState.OnHold)
            return Freshness.OnHold;
        if (entry?.NextRun is not { } next)
            return Freshness.ByHand;
        return now - next > TimeSpan.FromMinutes(entry.IntervalMinutes) ? Freshness.Late : Freshness.OnTime;
    }
}
