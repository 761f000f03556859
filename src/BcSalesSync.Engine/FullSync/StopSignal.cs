using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.FullSync;

/// <summary>
/// Tells a run to end at its next checkpoint: the process ends, another one took the run over, somebody asked from anywhere, or the time is up.
/// </summary>
internal sealed class StopSignal(EngineParts parts, Guid runId, DateTimeOffset? until, HeldClaim claim, CancellationToken processEnds)
{
    /// <summary>Ends the run here if it is to stop.</summary>
    /// <exception cref="OperationCanceledException">The run is to stop.</exception>
    public async Task ThrowIfStoppedAsync()
    {
        processEnds.ThrowIfCancellationRequested();
        if (until <= parts.Clock.GetUtcNow())
            throw new OperationCanceledException("The time budget is used up.");
        var run = await parts.State.Runs.GetAsync(runId, CancellationToken.None).ConfigureAwait(false);
        if (run is { StopRequested: true } or { Status: not RunStatus.Running })
            throw new OperationCanceledException("Stopped on request.");
        if (!await claim.RenewAsync().ConfigureAwait(false))
            throw new OperationCanceledException("Another process took the run over.");
    }
}
