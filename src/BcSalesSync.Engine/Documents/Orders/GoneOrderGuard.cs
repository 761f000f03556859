using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Runs;
using BcSalesSync.Engine.Runs.Passes;

namespace BcSalesSync.Engine.Documents.Orders;

/// <summary>
/// Keeps orders from being ended by the dozen: that many look deleted to one who may not read them any more, or has the wrong company.
/// Those that were posted are ended all the same.
/// </summary>
/// <param name="run">The run, which holds the mapping of orders.</param>
/// <param name="entry">Entry of the schedule that a person can run to end them.</param>
/// <param name="isForced">True when a person confirmed that they are really deleted.</param>
internal sealed class GoneOrderGuard(RunContext run, string entry, bool isForced)
{
    private const int Most = 10;

    // Under this id it is remembered that the error was logged and still stands.
    private static readonly Guid Standing = Guid.Empty;

    /// <summary>The orders that may be ended.</summary>
    /// <param name="gone">The orders that left Business Central, in pages.</param>
    public IReadOnlyList<IReadOnlyList<GoneOrder>> Admit(IReadOnlyList<IReadOnlyList<GoneOrder>> gone) => !IsTooMany(gone) ? gone
        : [.. gone.Select(page => page.Where(order => !order.LooksDeleted).ToArray()).Where(page => page.Length > 0)];

    /// <summary>Ends a run that held orders back, and logs why as long as that is new.</summary>
    /// <param name="gone">The orders that left Business Central, in pages.</param>
    /// <param name="cancellationToken">Stops before anything is logged.</param>
    /// <exception cref="SyncException">So many look deleted at once that something else must be the matter.</exception>
    public async Task CheckAsync(IReadOnlyList<IReadOnlyList<GoneOrder>> gone, CancellationToken cancellationToken)
    {
        var before = await run.State.Pending.FindAsync(OrderClosing.Pending, SyncDirection.ToSales, [Standing], cancellationToken)
            .ConfigureAwait(false);
        var error = OrderErrors.TooManyGone(run.Parts.Clock.GetUtcNow(), CountDeleted(gone), Most, entry);
        if (!IsTooMany(gone))
        {
            if (before.Count > 0)
                await run.State.CommitAsync(new StateChange { Settled = [KeyOf()], Now = error.Time }, CancellationToken.None)
                    .ConfigureAwait(false);
            return;
        }

        if (before.Count == 0)
        {
            var job = await JobLog.OpenAsync(run, DocumentFamily.OrderMapping, SyncDirection.ToSales, cancellationToken)
                .ConfigureAwait(false);
            var change = new StateChange { Errors = [error with { JobId = job.Id }], Pending = [Remembered(error)], Now = error.Time };
            await run.State.CommitAsync(change, CancellationToken.None).ConfigureAwait(false);
        }

        throw new SyncException(error);
    }

    private static int CountDeleted(IReadOnlyList<IReadOnlyList<GoneOrder>> gone) =>
        gone.Sum(page => page.Count(order => order.LooksDeleted));

    private static PendingKey KeyOf() => new(OrderClosing.Pending, SyncDirection.ToSales, Standing);

    private static PendingRecord Remembered(BcSyncError error) => new()
    {
        Mapping = OrderClosing.Pending,
        Direction = SyncDirection.ToSales,
        SourceId = Standing,
        Class = error.Class,
        ErrorId = error.ErrorId,
        Message = error.Message,
        Attempts = 1,
        Parked = true,
    };

    private bool IsTooMany(IReadOnlyList<IReadOnlyList<GoneOrder>> gone) => !isForced && CountDeleted(gone) > Most;
}
