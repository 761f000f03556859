using BcSalesSync.Contracts;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.FullSync;

/// <summary>
/// Waits for the mapping of a line while another run works on it. Meanwhile the line says so, and the run can be stopped or run out of time.
/// </summary>
internal sealed class LineTurn(EngineParts parts, LineBook book, Guid runId, StopSignal stop)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Takes the mapping as soon as it is free.</summary>
    /// <exception cref="OperationCanceledException">The run is to stop.</exception>
    public async Task<MappingLease> TakeAsync(string mapping, CancellationToken cancellationToken)
    {
        var before = book.Line(mapping);
        try
        {
            while (true)
            {
                var (lease, other) = await MappingLease.TryTakeAsync(parts, mapping, runId, cancellationToken).ConfigureAwait(false);
                if (lease is not null)
                    return await BeginAsync(lease, before).ConfigureAwait(false);
                if (book.Line(mapping) == before)
                    await book.SaveAsync(Waiting(before, other)).ConfigureAwait(false);
                await stop.ThrowIfStoppedAsync().ConfigureAwait(false);
                await Task.Delay(Pause, parts.Clock, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            await RestoreAsync(before).ConfigureAwait(false);
            throw;
        }
    }

    private static BcFullSyncLine Waiting(BcFullSyncLine line, string other) => line with
    {
        Status = FullSyncStatus.Waiting,
        Message = $"Waits until another run on mapping {line.Mapping} is done ({other}).",
    };

    private async Task<MappingLease> BeginAsync(MappingLease lease, BcFullSyncLine before)
    {
        try
        {
            await RestoreAsync(before).ConfigureAwait(false);
            return lease;
        }
        catch
        {
            await lease.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private Task RestoreAsync(BcFullSyncLine before) => book.Line(before.Mapping) == before ? Task.CompletedTask : book.SaveAsync(before);
}
