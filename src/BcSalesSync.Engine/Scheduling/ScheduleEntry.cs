using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Scheduling;

/// <summary>Something that runs by itself.</summary>
/// <param name="Name">Name of the mapping or job.</param>
/// <param name="Description">What it does, in a few words.</param>
/// <param name="IntervalMinutes">Minutes between runs unless the entry says otherwise.</param>
/// <param name="IdleMinutes">Minutes to the next run after one that found nothing, unless the entry says otherwise; 0 for none.</param>
/// <param name="LogNames">Names under which its jobs stand in the log.</param>
/// <param name="RunAsync">Does it; what it has to say about records is in the log afterwards.</param>
/// <param name="HasNewsAsync">Looks whether there is something to do; null where that costs as much as doing it.</param>
/// <param name="After">Names of the mappings that it finds better done before; null for none.</param>
internal sealed record ScheduleEntry(
    string Name,
    string Description,
    int IntervalMinutes,
    int IdleMinutes,
    IReadOnlyList<string> LogNames,
    Func<ISyncObserver, CancellationToken, Task> RunAsync,
    Func<CancellationToken, Task<bool>>? HasNewsAsync = null,
    IReadOnlySet<string>? After = null)
{
    /// <summary>True when it finds better done before what another entry does.</summary>
    public bool ComesAfter(ScheduleEntry other) => After?.Contains(other.Name) is true;

    /// <summary>Names of the mappings on which no other run may work when it begins, its own first.</summary>
    public IEnumerable<string> Needed => (After ?? Enumerable.Empty<string>()).Prepend(Name);
}
