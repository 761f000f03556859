using System.Globalization;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs.Passes.Partitions;

/// <summary>
/// Hands out the slices of pages and takes the settled ones back. Pages count as done in their order only, so that progress never moves past a
/// record that is not settled.
/// </summary>
internal sealed class SliceDispatcher(RunContext run, string mapping, SyncDirection direction, IPartitionHost host)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Reminder = TimeSpan.FromSeconds(1);
    private readonly Queue<SharedPage> pages = [];
    private readonly Fence tenure = run.Tenure!;
    private DateTimeOffset reminded;
    private int last;

    /// <summary>Slices that are handed out and not settled.</summary>
    public int Open => pages.Sum(page => page.Open);

    /// <summary>True when no page is under way.</summary>
    public bool IsEmpty => pages.Count == 0;

    /// <summary>Hands out a page, by partitions.</summary>
    public async Task HandOutAsync(BcSyncJob job, SourcePage page, CancellationToken cancellationToken)
    {
        var shares = page.Records.GroupBy(record => PartitionHash.Of(record.Id, host.Count)).OrderBy(share => share.Key).ToArray();
        var order = new SliceOrder(run.RunId, run.JobType, run.Policy, direction, job.Id);
        var slices = shares.Select((share, index) => new PassSlice(
            Key(last + index + 1), share.Key, SliceText.Write(new SliceContent(order, [.. share])))).ToArray();
        var change = new StateChange
        {
            DroppedSlices = last == 0 ? [Key(int.MaxValue)] : [],
            Slices = slices,
            Now = run.Parts.Clock.GetUtcNow(),
        };
        await run.State.CommitAsync(change, CancellationToken.None).ConfigureAwait(false);
        pages.Enqueue(new SharedPage(page, last + 1, last += slices.Length));
        await RemindAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Waits until the first page is done, or there is room for another; true when the first page is to be taken back. There is no room while more
    /// slices are open, or as many pages under way, as given, nor after a slice was refused: the next ones would be as well.
    /// </summary>
    public async Task<bool> IsFirstDueAsync(int slices, int most, CancellationToken cancellationToken)
    {
        var first = pages.Peek();
        await UntilAsync(() => first.IsDone || IsRoom(), cancellationToken).ConfigureAwait(false);
        return first.IsDone;

        bool IsRoom() => Open <= slices && pages.Count < most && pages.All(page => page.Problem is null);
    }

    /// <summary>Waits until the first page is done; saves the progress that it makes, and returns it.</summary>
    /// <exception cref="SyncException">A system refused a whole call of one of the slices.</exception>
    public async Task<PageReport> TakeBackAsync(BcSyncJob job, CancellationToken cancellationToken)
    {
        var first = pages.Peek();
        await UntilAsync(() => first.IsDone, cancellationToken).ConfigureAwait(false);
        if (first.Problem is { } problem)
            throw new SyncException(problem);
        job = first.Counts.Aggregate(job, (sum, counts) => counts.AddTo(sum));
        var change = first.Page.Progress.Over(new StateChange
        {
            Jobs = [job],
            DroppedSlices = [Key(first.Last)],
            Now = run.Parts.Clock.GetUtcNow(),
        });
        await run.State.CommitAsync(change, CancellationToken.None).ConfigureAwait(false);
        pages.Dequeue();
        return new PageReport(job, [], first.Page.Records.Count);
    }

    /// <summary>Waits until everything that was handed out is settled.</summary>
    public Task SettleAsync(CancellationToken cancellationToken) => UntilAsync(() => Open == 0, cancellationToken);

    private SliceKey Key(int number) => new(mapping, tenure.Token, number);

    private static PartitionTicket Ticket(OpenPartition partition)
    {
        var number = partition.Number.ToString(CultureInfo.InvariantCulture);
        return new(string.Create(CultureInfo.InvariantCulture, $"{partition.Mapping}/{partition.Tenure}/{number}"), number);
    }

    private async Task UntilAsync(Func<bool> isEnough, CancellationToken cancellationToken)
    {
        while (!isEnough())
        {
            await LookAsync(cancellationToken).ConfigureAwait(false);
            if (isEnough())
                return;
            if (run.Parts.Clock.GetUtcNow() - reminded >= Reminder)
                await RemindAsync(cancellationToken).ConfigureAwait(false);
            await Task.Delay(Pause, run.Parts.Clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var settled = await run.State.Slices.SettledAsync(mapping, tenure.Token, cancellationToken).ConfigureAwait(false);
        foreach (var slice in settled)
        {
            var outcome = SliceOutcome.Of(slice.Outcome);
            foreach (var page in pages)
                page.Settle(slice.Key.Number, outcome);
        }
    }

    // A worker that found nothing to do for a while has left, and one that was stopped or killed may have left something.
    // Where somebody is at each partition, nobody else could help.
    private async Task RemindAsync(CancellationToken cancellationToken)
    {
        reminded = run.Parts.Clock.GetUtcNow();
        var open = (await run.State.Slices.OpenAsync(cancellationToken).ConfigureAwait(false))
            .Where(partition => partition.Mapping == mapping && partition.Tenure == tenure.Token).ToArray();
        if (!open.Any(partition => partition.IsFree(run.Parts.Holders)))
            return;
        await host.StartAsync([.. open.Select(Ticket)], cancellationToken).ConfigureAwait(false);
    }
}
