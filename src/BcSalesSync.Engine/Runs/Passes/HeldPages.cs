using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Runs.Passes;

/// <summary>
/// Goes through the pages of a job as the only run that works on a mapping: its lease is taken first and given back last, and the pages stop
/// where it is lost. However it ends, the job is closed (<see cref="GuardedPages{TPage}"/>).
/// </summary>
internal static class HeldPages
{
    /// <summary>The pages, one by one.</summary>
    /// <param name="run">The run.</param>
    /// <param name="mapping">Mapping that it holds meanwhile, and under which its job stands.</param>
    /// <param name="direction">Direction of the job.</param>
    /// <param name="pages">Makes the pages, given the run as holder of the mapping and the token that stops it.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    /// <typeparam name="TPage">What a page has come to.</typeparam>
    /// <exception cref="SyncException">Another run holds the mapping, or a system refused a whole call.</exception>
    public static async IAsyncEnumerable<TPage> RunAsync<TPage>(
        RunContext run,
        string mapping,
        SyncDirection direction,
        Func<RunContext, CancellationToken, IAsyncEnumerable<TPage>> pages,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var lease = await MappingLease.TakeAsync(run.Parts, mapping, run.RunId, cancellationToken).ConfigureAwait(false);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        var held = run.Under(lease);
        await using var guarded = new GuardedPages<TPage>(held, mapping, direction, pages(held, ends.Token), lease, ends.Token);
        while (await guarded.MoveNextAsync().ConfigureAwait(false))
            yield return guarded.Current;
    }
}
