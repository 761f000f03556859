namespace BcSalesSync.Contracts;

/// <summary>The schedule: what runs by itself, how often, and the running of what is due.</summary>
public interface IScheduleService
{
    /// <summary>The entries, in the order in which they run.</summary>
    IAsyncEnumerable<BcScheduleEntry> GetAsync(string? name, CancellationToken cancellationToken);

    /// <summary>Changes an entry and returns it.</summary>
    Task<BcScheduleEntry> SetAsync(ScheduleChange change, CancellationToken cancellationToken);

    /// <summary>
    /// The entries that are due, in the order in which they run. Those that rest and have something to do by now are due from then on, so that
    /// whoever runs them need not ask the systems again.
    /// </summary>
    IAsyncEnumerable<BcScheduleEntry> LookAsync(CancellationToken cancellationToken);

    /// <summary>The entries that <see cref="RunAsync"/> would run. Writes nothing anywhere.</summary>
    IAsyncEnumerable<BcScheduleEntry> PreviewAsync(ScheduleRequest request, CancellationToken cancellationToken);

    /// <summary>Runs entries one after the other, in dependency order; emits the jobs that they leave in the log.</summary>
    IAsyncEnumerable<BcSyncJob> RunAsync(ScheduleRequest request, ISyncObserver observer, CancellationToken cancellationToken);
}
