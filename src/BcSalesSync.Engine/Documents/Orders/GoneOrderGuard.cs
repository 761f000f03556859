using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Runs;
using BcSalesSync.Engine.Runs.Passes;

namespace BcSalesSync.Engine.Documents.Orders;

/// <summary>
/// Keeps orders from being ended by the dozen: that many look deleted to one who may not read them any more, or has the wrong company.
/// </summary>
internal static class GoneOrderGuard
{
    private const int Most = 10;

    /// <summary>Lets a run go on, or logs why it does not.</summary>
    /// <param name="run">The run, which holds the mapping of orders.</param>
    /// <param name="gone">The orders that left Business Central, in pages.</param>
    /// <param name="cancellationToken">Stops before anything is logged.</param>
    /// <exception cref="SyncException">So many look deleted at once that something else must be the matter.</exception>
    public static async Task CheckAsync(RunContext run, IReadOnlyList<IReadOnlyList<GoneOrder>> gone, CancellationToken cancellationToken)
    {
        var deleted = gone.Sum(page => page.Count(order => order is { IsPosted: false, IsUncertain: false }));
        if (deleted <= Most)
            return;
        var job = await JobLog.OpenAsync(run, DocumentFamily.OrderMapping, SyncDirection.ToSales, cancellationToken).ConfigureAwait(false);
        var error = OrderErrors.TooManyGone(run.Parts.Clock.GetUtcNow(), deleted, Most) with { JobId = job.Id };
        await run.State.CommitAsync(new StateChange { Errors = [error], Now = error.Time }, CancellationToken.None).ConfigureAwait(false);
        throw new SyncException(error);
    }
}
