using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Runs.Passes;

/// <summary>
/// Steps through the pages of a job and sees to it that it never stays open: a stop, or a caller who wants no more pages, closes
/// it as stopped, and an error of a whole call closes it with the message and becomes a <see cref="SyncException"/>. The job of a run that
/// lost its mapping is left to whoever has it now.
/// </summary>
/// <typeparam name="TPage">What a page has come to.</typeparam>
internal sealed class GuardedPages<TPage>(
    RunContext run,
    string mapping,
    SyncDirection direction,
    IAsyncEnumerable<TPage> pages,
    MappingLease lease,
    CancellationToken cancellationToken)
    : IAsyncDisposable
{
    private const string StopMessage = "Stopped on request; what was done is saved.";
    private readonly IAsyncEnumerator<TPage> enumerator = pages.GetAsyncEnumerator(cancellationToken);
    private bool underWay;

    /// <summary>The page at hand.</summary>
    public TPage Current => enumerator.Current;

    /// <summary>Goes on to the next page; false when there is none.</summary>
    public async ValueTask<bool> MoveNextAsync()
    {
        underWay = false;
        try
        {
            return underWay = await enumerator.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is ClaimLostException || lease.Lost.IsCancellationRequested)
        {
            throw await lease.LossAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await AbandonAsync(SyncJobStatus.Stopped, StopMessage).ConfigureAwait(false);
            throw;
        }
        catch (Exception problem)
        {
            var error = problem is EndpointException failure ? EndpointErrors.ToException(failure, mapping) : null;
            await AbandonAsync(SyncJobStatus.Error, (error ?? problem).Message).ConfigureAwait(false);
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
            await AbandonAsync(SyncJobStatus.Stopped, StopMessage).ConfigureAwait(false);
    }

    private async Task AbandonAsync(SyncJobStatus status, string message)
    {
        try
        {
            await JobLog.AbandonAsync(run, mapping, direction, status, message).ConfigureAwait(false);
        }
        catch (ClaimLostException)
        {
            run.Observer.Verbose($"{mapping}: another run took the mapping over and closes the job.");
        }
    }
}
