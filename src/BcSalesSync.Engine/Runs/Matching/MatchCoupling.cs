using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Runs.Passes;

namespace BcSalesSync.Engine.Runs.Matching;

/// <summary>
/// Couples a whole mapping by matching and does what the mapping says about it: creates what matches nothing and synchronises the new
/// pairs. Each is a job of the log. Whatever was saved when the run ends early is not done again.
/// </summary>
internal sealed class MatchCoupling(EngineParts parts, MappingSet mappings, Guid runId, MappingLease lease, ISyncObserver observer)
{
    /// <summary>Settled pages, as they come.</summary>
    /// <exception cref="SyncException">The mapping has no usable criteria, or a system does not answer.</exception>
    public async IAsyncEnumerable<PageReport> RunAsync(TableMapping mapping, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var coupling = Run(SyncJobType.Coupling, new PlanPolicy());
        var step = new MatchStep(coupling, mapping);
        await foreach (var page in Guard(coupling, mapping, mapping.Direction, step.RunAsync(cancellationToken), cancellationToken)
            .ConfigureAwait(false))
            yield return page;
        var due = new DueWork(parts, mapping);
        if (UnmatchedCreation.IsWanted(mapping))
        {
            var ids = await due.UncoupledAsync(cancellationToken).ConfigureAwait(false);
            var policy = new PlanPolicy(MayCreate: true, Explicit: true);
            await foreach (var page in SyncAsync(mapping, SyncDirection.ToSales, ids, policy, cancellationToken).ConfigureAwait(false))
                yield return page;
        }

        foreach (var pass in FollowUpPass.Of(mapping))
        {
            var ids = await due.CoupledAsync(pass, cancellationToken).ConfigureAwait(false);
            var policy = new PlanPolicy(SourceWins: pass.SourceWins, Explicit: true);
            await foreach (var page in SyncAsync(mapping, pass.Direction, ids, policy, cancellationToken).ConfigureAwait(false))
                yield return page;
        }
    }

    private RunContext Run(SyncJobType type, PlanPolicy policy) => new RunContext(parts, mappings, runId, type, policy, observer).Under(lease);

    private async IAsyncEnumerable<PageReport> SyncAsync(
        TableMapping mapping, SyncDirection direction, IReadOnlyList<Guid> ids, PlanPolicy policy,
            [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            yield break;
        var run = Run(SyncJobType.FullSync, policy);
        var pass = await run.PassAsync(mapping, direction, cancellationToken).ConfigureAwait(false);
        var pages = new PassRunner(run, pass).RunAsync(ids, cancellationToken);
        await foreach (var page in Guard(run, mapping, direction, pages, cancellationToken).ConfigureAwait(false))
            yield return page;
    }

    private async IAsyncEnumerable<PageReport> Guard(
        RunContext run, TableMapping mapping, SyncDirection direction, IAsyncEnumerable<PageReport> pages,
            [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var guarded = new GuardedPages<PageReport>(run, mapping.Name, direction, pages, lease, cancellationToken);
        while (await guarded.MoveNextAsync().ConfigureAwait(false))
            yield return guarded.Current;
    }
}
