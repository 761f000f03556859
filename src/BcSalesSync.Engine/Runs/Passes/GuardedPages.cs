using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Runs.Passes;

/// <summary>
/// Steps through the pages of a pass and sees to it that its job never stays open: a stop closes it as stopped, and an error of a whole call closes it with the message and becomes
/// a <see cref="SyncException"/>.
/// </summary>
internal sealed class GuardedPages(RunContext run, PassDefinition pass, IAsyncEnumerable<PageReport> pages, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<PageReport> enumerator = pages.GetAsyncEnumerator(cancellationToken);

    /// <summary>The page at hand.</summary>
    public PageReport Current => enumerator.Current;

    /// <summary>Goes on to the next page; false when there is none.</summary>
    public async ValueTask<bool> MoveNextAsync()
    {
        try
        {
            return await enumerator.MoveNextAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await JobLog.AbandonAsync(run, pass, SyncJobStatus.Stopped, "Stopped on request; what was done is saved.").ConfigureAwait(false);
            throw;
        }
        catch (EndpointException problem)
        {
            var error = EndpointErrors.ToException(problem, pass.Mapping.Name);
            await JobLog.AbandonAsync(run, pass, SyncJobStatus.Error, error.Message).ConfigureAwait(false);
            throw error;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => enumerator.DisposeAsync();
}
