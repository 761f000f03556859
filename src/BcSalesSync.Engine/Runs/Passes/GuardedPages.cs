using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Runs.Passes;

/// <summary>
/// Steps through the pages of a pass and sees to it that its job never stays open: a stop, or a caller who wants no more pages, closes
/// it as stopped, and an error of a whole call closes it with the message and becomes a <see cref="SyncException"/>.
/// </summary>
internal sealed class GuardedPages(
    RunContext run, PassDefinition pass, IAsyncEnumerable<PageReport> pages, CancellationToken cancellationToken) : IAsyncDisposable
{
    private const string StopMessage = "Stopped on request; what was done is saved.";
    private readonly IAsyncEnumerator<PageReport> enumerator = pages.GetAsyncEnumerator(cancellationToken);
    private bool underWay;

    /// <summary>The page at hand.</summary>
    public PageReport Current => enumerator.Current;

    /// <summary>Goes on to the next page; false when there is none.</summary>
    public async ValueTask<bool> MoveNextAsync()
    {
        underWay = false;
        try
        {
            return underWay = await enumerator.MoveNextAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await JobLog.AbandonAsync(run, pass, SyncJobStatus.Stopped, StopMessage).ConfigureAwait(false);
            throw;
        }
        catch (Exception problem)
        {
            var error = problem is EndpointException failure ? EndpointErrors.ToException(failure, pass.Mapping.Name) : null;
            await JobLog.AbandonAsync(run, pass, SyncJobStatus.Error, (error ?? problem).Message).ConfigureAwait(false);
            if (error is null)
                throw;
            throw error;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await enumerator.DisposeAsync().ConfigureAwait(false);
        if (underWay)
            await JobLog.AbandonAsync(run, pass, SyncJobStatus.Stopped, StopMessage).ConfigureAwait(false);
    }
}
