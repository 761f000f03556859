using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs.Passes.Partitions;

/// <summary>
/// Works off the pages of a pass together with other workers (design, section 7). The run that holds the mapping reads, hands out and keeps the
/// progress; short pages, and records that are gone, it sees to by itself.
/// </summary>
internal sealed class SharedPages(RunContext run, PassDefinition pass, PageProcessor own, IPartitionHost host)
{
    /// <summary>A page of fewer records is done sooner than handed out.</summary>
    private const int WorthSharing = 200;

    // Enough that no worker waits for the reading, and little enough to be finished when the run is told to stop.
    private const int AheadPerPartition = 2;

    // A slice that takes long holds up no other, until so many pages wait for it to be counted.
    private const int MostPages = 8;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);
    private readonly SliceDispatcher dispatcher = new(run, pass.Mapping.Name, pass.Direction, host);

    /// <summary>Settled pages in their order, each with the counts so far.</summary>
    public async IAsyncEnumerable<PageReport> RunAsync(
        BcSyncJob job, IAsyncEnumerable<SourcePage> pages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var page in ReadAhead.ByOne(pages, cancellationToken).ConfigureAwait(false))
            {
                var isOwn = page.GoneIds.Count > 0 || (dispatcher.IsEmpty && page.Records.Count < WorthSharing) || page.Records.Count == 0;
                while (!dispatcher.IsEmpty && (isOwn || await IsFirstDueAsync(cancellationToken).ConfigureAwait(false)))
                {
                    var settled = await dispatcher.TakeBackAsync(job, cancellationToken).ConfigureAwait(false);
                    job = settled.Job;
                    yield return settled;
                }

                if (!isOwn)
                {
                    await dispatcher.HandOutAsync(job, page, cancellationToken).ConfigureAwait(false);
                    continue;
                }

                var report = await own.ProcessAsync(job, page.Records, page.GoneIds, page.Progress, cancellationToken).ConfigureAwait(false);
                job = report.Job;
                yield return report;
            }

            while (!dispatcher.IsEmpty)
            {
                var settled = await dispatcher.TakeBackAsync(job, cancellationToken).ConfigureAwait(false);
                job = settled.Job;
                yield return settled;
            }
        }
        finally
        {
            await FinishAsync(job).ConfigureAwait(false);
        }
    }

    private Task<bool> IsFirstDueAsync(CancellationToken cancellationToken) =>
        dispatcher.IsFirstDueAsync(host.Count * AheadPerPartition, MostPages, cancellationToken);

    // However it ends, what was handed out is waited for, so that its effects are saved under the claim as long as it is held.
    private async Task FinishAsync(BcSyncJob job)
    {
        if (dispatcher.IsEmpty)
            return;
        using var grace = new CancellationTokenSource(Grace, run.Parts.Clock);
        try
        {
            await dispatcher.SettleAsync(grace.Token).ConfigureAwait(false);
            while (!dispatcher.IsEmpty)
                job = (await dispatcher.TakeBackAsync(job, grace.Token).ConfigureAwait(false)).Job;
        }
        catch (Exception problem) when (problem is OperationCanceledException or SyncException or ClaimLostException)
        {
            run.Observer.Verbose($"{pass.Mapping.Name}: {dispatcher.Open} slices are left to the next run. {problem.Message}");
        }
    }
}
