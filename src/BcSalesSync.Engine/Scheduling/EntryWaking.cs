using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Scheduling;

/// <summary>
/// Wakes entries that rest because they had found nothing to do: once an interval it is looked whether something changed since, so that a
/// change never waits until the rest is over.
/// </summary>
internal sealed class EntryWaking(EngineParts parts, ScheduleBook book)
{
    /// <summary>True when an entry that rests has something to do.</summary>
    /// <param name="work">The entry.</param>
    /// <param name="state">What is remembered of it.</param>
    /// <param name="remember">False to leave no trace of having looked.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    public async Task<bool> IsWokenAsync(ScheduleEntry work, EntryState state, bool remember, CancellationToken cancellationToken)
    {
        var now = parts.Clock.GetUtcNow();
        if (work.HasNewsAsync is null || !state.MayWake(work, now))
            return false;
        var hasNews = await HasNewsAsync(work, cancellationToken).ConfigureAwait(false);
        if (remember)
        {
            // Looking took a while, in which somebody may have changed the entry.
            var latest = await book.ReadAsync(work, cancellationToken).ConfigureAwait(false);
            await book.SaveAsync(work, hasNews ? latest with { NextRun = now } : latest with { LastLook = now }).ConfigureAwait(false);
        }

        return hasNews;
    }

    // What cannot be looked at runs, and says then what is the matter.
    private static async Task<bool> HasNewsAsync(ScheduleEntry work, CancellationToken cancellationToken)
    {
        try
        {
            return await work.HasNewsAsync!(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is EndpointException or SyncException)
        {
            return true;
        }
    }
}
