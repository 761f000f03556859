using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs.Passes.Partitions;

/// <summary>
/// Works off the partitions of a pass, one at a time: first the one that it was sent for, then whatever nobody else has at hand, so that no worker
/// stands idle while another has more than it can do at once.
/// </summary>
internal sealed class PartitionRunner(EngineParts parts, MappingSet mappings, TableMapping mapping, PartitionWork work, ISyncObserver observer)
{
    // Long enough for the next page, or the other direction, to come, and short enough for the thread to be of use elsewhere.
    private const int LooksBeforeLeaving = 15;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // Then it leaves although there is more, so that other passes that wait for a thread get one; whoever leads sends for another.
    private static readonly TimeSpan Stay = TimeSpan.FromSeconds(30);

    // Shorter than that of a mapping: what a worker that is only slow loses is done by the next one.
    private static readonly TimeSpan Term = TimeSpan.FromSeconds(30);
    private readonly SliceRunner slices = new(parts, mappings, mapping, work, observer);

    /// <summary>Works until there is nothing left to do for it, or until it was there for long enough.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var end = parts.Clock.GetUtcNow() + Stay;
        var looks = 0;
        while (looks < LooksBeforeLeaving && parts.Clock.GetUtcNow() < end && await IsCurrentAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await TryOneAsync(cancellationToken).ConfigureAwait(false))
            {
                looks = 0;
                continue;
            }

            looks++;
            await Task.Delay(Pause, parts.Clock, cancellationToken).ConfigureAwait(false);
        }
    }

    // False when no partition is to be had. One that a worker had who was killed is to be had once its claim runs out.
    private async Task<bool> TryOneAsync(CancellationToken cancellationToken)
    {
        var open = await parts.State.Slices.OpenAsync(work.Mapping, work.Tenure, work.Claims, cancellationToken).ConfigureAwait(false);
        foreach (var partition in open.Where(partition => partition.IsFree(parts.Holders)).OrderByDescending(partition => partition.Number == work.Partition))
        {
            await using var claim = await TakeAsync(partition.Number, cancellationToken).ConfigureAwait(false);
            if (claim is null)
                continue;
            await SettleAsync(claim, partition.Number, cancellationToken).ConfigureAwait(false);
            return true;
        }

        return false;
    }

    private async Task SettleAsync(HeldClaim claim, int partition, CancellationToken cancellationToken)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, claim.Lost);
        try
        {
            await slices.RunAsync(claim, partition, ends.Token).ConfigureAwait(false);
        }
        catch (ClaimLostException lost)
        {
            observer.Verbose($"{work.Mapping}, partition {partition}: {lost.Message} What was not saved is done by others.");
        }
        catch (OperationCanceledException) when (claim.Lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            observer.Verbose($"{work.Mapping}, partition {partition}: another worker took it over.");
        }
    }

    // The holder is a new one each time, so that nobody gives back another's claim.
    private async Task<HeldClaim?> TakeAsync(int partition, CancellationToken cancellationToken) =>
        (await HeldClaim.TryTakeAsync(parts, $"{work.Claims}{partition}", parts.Ids.NewId(), Term, cancellationToken).ConfigureAwait(false)).Held;

    private async Task<bool> IsCurrentAsync(CancellationToken cancellationToken) =>
        (await parts.State.FindClaimAsync(work.Fence.Resource, cancellationToken).ConfigureAwait(false))?.Fence == work.Fence;
}
