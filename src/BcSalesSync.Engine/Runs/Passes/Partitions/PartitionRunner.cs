using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs.Passes.Partitions;

/// <summary>
/// Settles slice after slice of whatever partitions nobody else has at hand, so that no worker stands idle while another has more than it can do
/// at once. Passes that are under way side by side get their turns: a slice of the one that waits longest is next, and of its partitions the one
/// with the number that the worker was sent for.
/// </summary>
internal sealed class PartitionRunner(
    EngineParts parts, Func<CancellationToken, Task<MappingSet>> mappings, int first, ISyncObserver observer)
{
    // Long enough for the next page, or the other direction, to come, and short enough for the thread to be of use elsewhere.
    private const int LooksBeforeLeaving = 15;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // Shorter than that of a mapping: what a worker that is only slow loses is done by the next one.
    private static readonly TimeSpan Term = TimeSpan.FromSeconds(30);

    // The pass that waits longest comes first.
    private readonly List<SliceRunner> passes = [];

    /// <summary>Works until there is nothing left to do for it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var looks = 0; looks < LooksBeforeLeaving;)
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
        var open = await parts.State.Slices.OpenAsync(cancellationToken).ConfigureAwait(false);
        var free = open.Where(partition => partition.IsFree(parts.Holders))
            .OrderBy(partition => passes.FindIndex(pass => pass.IsOf(partition)))
            .ThenBy(partition => partition.Number != first);
        foreach (var partition in free)
        {
            if (await PassAsync(partition, cancellationToken).ConfigureAwait(false) is not { } pass)
                continue;
            await using var claim = await TakeAsync(partition, cancellationToken).ConfigureAwait(false);
            if (claim is null)
                continue;
            await SettleAsync(pass, claim, partition, cancellationToken).ConfigureAwait(false);
            return true;
        }

        return false;
    }

    private async Task SettleAsync(SliceRunner pass, HeldClaim claim, OpenPartition partition, CancellationToken cancellationToken)
    {
        passes.Remove(pass);
        passes.Add(pass);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, claim.Lost);
        try
        {
            await pass.SettleNextAsync(claim, partition.Number, ends.Token).ConfigureAwait(false);
        }
        catch (ClaimLostException lost)
        {
            observer.Verbose($"{partition.Mapping}, partition {partition.Number}: {lost.Message} What was not saved is done by others.");
        }
        catch (OperationCanceledException) when (claim.Lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            observer.Verbose($"{partition.Mapping}, partition {partition.Number}: another worker took it over.");
        }
    }

    // Null when the mapping was removed meanwhile. What was prepared for a run that had the mapping before is of no use any more.
    private async Task<SliceRunner?> PassAsync(OpenPartition partition, CancellationToken cancellationToken)
    {
        if (passes.Find(known => known.IsOf(partition)) is { } pass)
            return pass;
        passes.RemoveAll(known => known.Mapping == partition.Mapping);
        var set = await mappings(cancellationToken).ConfigureAwait(false);
        if (set.Find(partition.Mapping) is not { } mapping)
            return null;
        var begun = new SliceRunner(parts, set, mapping, partition.Tenure, observer);
        passes.Insert(0, begun);
        return begun;
    }

    // The holder is a new one each time, so that nobody gives back another's claim.
    private async Task<HeldClaim?> TakeAsync(OpenPartition partition, CancellationToken cancellationToken)
    {
        var name = ClaimNames.Of(partition.Mapping, partition.Number);
        return (await HeldClaim.TryTakeAsync(parts, name, parts.Ids.NewId(), Term, cancellationToken).ConfigureAwait(false)).Held;
    }
}
