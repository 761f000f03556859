using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Reporting.Figures;

namespace BcSalesSync.Runtime.Reporting.Gathering;

/// <summary>Adds up jobs, newest first. Keeps a sum for each day and name, never the jobs themselves, of which a log may hold any number.</summary>
internal sealed class JobTally(DateTimeOffset now)
{
    private const int MostSlow = 10;
    private readonly Dictionary<DateOnly, Dictionary<string, Counters>> days = [];
    private readonly Dictionary<(string Mapping, SyncDirection Direction), BcSyncJob> last = [];
    private readonly PriorityQueue<BcSyncJob, TimeSpan> slowest = new();

    /// <summary>The jobs that took longest, longest first.</summary>
    public IReadOnlyList<BcSyncJob> Slowest =>
        [.. slowest.UnorderedItems.OrderByDescending(item => item.Priority).ThenByDescending(item => item.Element.Started).Select(item => item.Element)];

    /// <summary>What was done by time.</summary>
    public History History => Periods.Cut(days, now);

    /// <summary>The newest job of a mapping in a direction; null when there is none.</summary>
    public BcSyncJob? Last(string mapping, SyncDirection direction) => last.GetValueOrDefault((mapping, direction));

    /// <summary>Adds a job.</summary>
    public void Add(BcSyncJob job)
    {
        var day = DateOnly.FromDateTime(job.Started.UtcDateTime);
        if (!days.TryGetValue(day, out var names))
            days[day] = names = [];
        names[job.Mapping] = names.GetValueOrDefault(job.Mapping, Counters.None).Plus(job);
        last.TryAdd((job.Mapping, job.Direction), job);
        if (job.Duration is not { } duration)
            return;
        slowest.Enqueue(job, duration);
        if (slowest.Count > MostSlow)
            slowest.Dequeue();
    }
}
