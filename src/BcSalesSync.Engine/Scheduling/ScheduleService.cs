using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Scheduling;

/// <summary>The schedule, for those who ask from outside.</summary>
/// <param name="parts">What the engine works with.</param>
/// <param name="mappings">Gives the mappings and switches as they are at the start of a command.</param>
public sealed class ScheduleService(EngineParts parts, Func<CancellationToken, Task<MappingSet>> mappings) : IScheduleService
{
    // Entries count in minutes, so more often would find nothing.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);
    private readonly ScheduleBook book = new(parts);

    /// <inheritdoc/>
    public async IAsyncEnumerable<BcScheduleEntry> GetAsync(string? name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pattern = new WildcardPattern(name ?? "*");
        foreach (var work in (await EntriesAsync(cancellationToken).ConfigureAwait(false)).Where(work => pattern.Matches(work.Name)))
            yield return await ShowAsync(work, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<BcScheduleEntry> SetAsync(ScheduleChange change, CancellationToken cancellationToken)
    {
        var work = (await EntriesAsync(cancellationToken).ConfigureAwait(false))
            .FirstOrDefault(work => string.Equals(work.Name, change.Name, StringComparison.OrdinalIgnoreCase))
                ?? throw new SyncException(ScheduleErrors.NoSuchEntry(parts.Clock.GetUtcNow(), change.Name));
        if (change is { IntervalMinutes: < 1 } or { IdleMinutes: < 0 })
            throw new SyncException(ScheduleErrors.BadInterval(parts.Clock.GetUtcNow(), work.Name));
        var before = await book.ReadAsync(work, cancellationToken).ConfigureAwait(false);
        var after = before with
        {
            IntervalMinutes = change.IntervalMinutes ?? before.IntervalMinutes,
            IdleMinutes = change.IdleMinutes ?? before.IdleMinutes,
            OnHold = change.OnHold ?? before.OnHold,
        };
        if (before.LastRun is { } last && (change.IntervalMinutes ?? change.IdleMinutes) is not null)
            after = after.After(work, before.LastResult ?? SyncJobStatus.Success, before.Idle, last);
        await book.SaveAsync(work, after).ConfigureAwait(false);
        return after.ToContract(work, parts.Clock.GetUtcNow());
    }

    /// <summary>Forgets what was set and remembered of entries: they are as new, and due.</summary>
    /// <param name="names">Names of mappings; none for all entries.</param>
    /// <param name="cancellationToken">Stops it before anything is forgotten.</param>
    public async Task ResetAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var all = await EntriesAsync(cancellationToken).ConfigureAwait(false);
        await book.ForgetAsync([.. all.Where(work => names.Count == 0 || names.Contains(work.Name, StringComparer.OrdinalIgnoreCase))])
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BcScheduleEntry> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = await EntriesAsync(cancellationToken).ConfigureAwait(false);
        foreach (var work in await new ScheduleRunner(parts, book).ChooseAsync(all, [], onlyDue: true, remember: true, cancellationToken).ConfigureAwait(false))
            yield return await ShowAsync(work, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BcScheduleEntry> PreviewAsync(
        ScheduleRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var work in await new ScheduleRunner(parts, book).ChooseAsync(
            await EntriesAsync(cancellationToken).ConfigureAwait(false), request.Names, request.OnlyDue, remember: false, cancellationToken).ConfigureAwait(false))
            yield return await ShowAsync(work, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BcSyncJob> RunAsync(
        ScheduleRequest request, ISyncObserver observer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var until = parts.EndOf(request.TimeBudget);
        var runner = new ScheduleRunner(parts, book);
        var again = false;
        do
        {
            var all = await EntriesAsync(cancellationToken, request is { Force: true, Names.Count: > 0 } && !again).ConfigureAwait(false);
            var chosen = await runner.ChooseAsync(all, request.Names, request.OnlyDue || again, remember: true, cancellationToken).ConfigureAwait(false);
            await foreach (var job in runner.RunAsync(chosen, until, observer, cancellationToken).ConfigureAwait(false))
                yield return job;
            again = true;
        }
        while (request.Continuous && await WaitAsync(until, cancellationToken).ConfigureAwait(false));
    }

    // False once there is no time left to wait.
    private async Task<bool> WaitAsync(DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var now = parts.Clock.GetUtcNow();
        if (until - now <= Look)
            return false;
        await Task.Delay(Look, parts.Clock, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task<IReadOnlyList<ScheduleEntry>> EntriesAsync(CancellationToken cancellationToken, bool isForced = false) =>
        new ScheduleEntries(parts, await mappings(cancellationToken).ConfigureAwait(false)) { IsForced = isForced }.All;

    private async Task<BcScheduleEntry> ShowAsync(ScheduleEntry work, CancellationToken cancellationToken) =>
        (await book.ReadAsync(work, cancellationToken).ConfigureAwait(false)).ToContract(work, parts.Clock.GetUtcNow());
}
