using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Couplings.Matching;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;
using BcSalesSync.Engine.Runs;
using BcSalesSync.Engine.Runs.Matching;
using BcSalesSync.Engine.Runs.Passes;

namespace BcSalesSync.Engine.FullSync;

/// <summary>Runs single lines of a full synchronisation: the mapping as a whole, or what became due since.</summary>
/// <param name="parts">What the engine works with.</param>
/// <param name="mappings">The mappings as they were when the run began.</param>
/// <param name="run">The run.</param>
/// <param name="book">Its lines.</param>
/// <param name="stop">Ends it at a checkpoint.</param>
/// <param name="observer">Hears what happens.</param>
/// <param name="runEnds">Ends it at once.</param>
internal sealed class LineRunner(
    EngineParts parts, MappingSet mappings, RunState run, LineBook book, StopSignal stop, ISyncObserver observer, CancellationToken runEnds)
{
    /// <summary>Runs a line to its end.</summary>
    /// <exception cref="OperationCanceledException">The run is to stop.</exception>
    public async Task RunAsync(BcFullSyncLine line)
    {
        await stop.ThrowIfStoppedAsync().ConfigureAwait(false);
        var mapping = mappings.Find(line.Mapping)!;
        if (line.Action is not { } action)
        {
            var empty = line with { Message = line.Message ?? "No records on either side." };
            await book.SaveAsync(LineProgress.Finish(empty, MappingCounts.None)).ConfigureAwait(false);
            return;
        }

        await book.SaveAsync(line with { Status = FullSyncStatus.Running, Message = MatchRemark.Of(mapping, action) }).ConfigureAwait(false);
        if (!await TryRunAsync(mapping, PassScope.Everything, action).ConfigureAwait(false))
            return;
        var counts = await parts.State.Couplings.CountAsync(mapping.Name, CancellationToken.None).ConfigureAwait(false);
        await book.SaveAsync(LineProgress.Finish(book.Line(mapping.Name), counts)).ConfigureAwait(false);
    }

    /// <summary>Runs a mapping; false when something kept it from running, which fails its line and no other.</summary>
    /// <exception cref="OperationCanceledException">The run is to stop.</exception>
    /// <exception cref="SyncException">The state is out of reach: the run is left at its checkpoint.</exception>
    public async Task<bool> TryRunAsync(TableMapping mapping, PassScope scope, FullSyncAction action)
    {
        try
        {
            while (!await RunTurnAsync(mapping, scope, action).ConfigureAwait(false))
                observer.Verbose($"{mapping.Name}: another run took the mapping over; going on once it is done.");
            return true;
        }
        catch (Exception problem) when (problem is EndpointException || (problem is SyncException known && !StateOutages.Is(known)))
        {
            var message = problem is SyncException { Error: { } error } ? $"{error.Message} {error.RecommendedAction}" : problem.Message;
            await book.SaveAsync(book.Line(mapping.Name) with { Status = FullSyncStatus.Failed, Message = message }).ConfigureAwait(false);
            return false;
        }
    }

    // A line that is to couple leaves what it does not couple as it is, even where runs of the mapping create. What waited for something
    // that is there now is due as in any run.
    private static PlanPolicy Policy(PassScope scope, FullSyncAction action) =>
        new(MayCreate: action is FullSyncAction.FullSync, OnlyCoupled: action is FullSyncAction.Couple && scope is PassScope.Everything);

    // False when the turn ended early because the mapping was lost to another run; what was saved by then counts.
    private async Task<bool> RunTurnAsync(TableMapping mapping, PassScope scope, FullSyncAction action)
    {
        await using var lease = await new LineTurn(parts, book, run.Id, stop).TakeAsync(mapping.Name, runEnds).ConfigureAwait(false);
        using var leaves = CancellationTokenSource.CreateLinkedTokenSource(runEnds, lease.Lost);
        var pages = action is FullSyncAction.Couple && scope is PassScope.Everything
            ? CouplingPagesAsync(mapping, lease, leaves.Token)
            : PagesAsync(mapping, scope, Policy(scope, action), lease, leaves.Token);
        try
        {
            await foreach (var page in pages.ConfigureAwait(false))
            {
                await book.AddAsync(mapping.Name, page).ConfigureAwait(false);
                await stop.ThrowIfStoppedAsync().ConfigureAwait(false);
            }

            return true;
        }
        catch (Exception problem) when (IsTurnLost(lease, problem))
        {
            runEnds.ThrowIfCancellationRequested();
            return false;
        }
    }

    private static bool IsTurnLost(MappingLease lease, Exception problem) =>
        (problem is ClaimLostException lost && lost.Fence == lease.Fence)
        || (problem is SyncException or OperationCanceledException && lease.Lost.IsCancellationRequested);

    // Without criteria nothing can be coupled, and the log says so; what is coupled already is brought in step all the same, and mappings that
    // depend on this one need not wait for somebody to choose.
    private async IAsyncEnumerable<PageReport> CouplingPagesAsync(
        TableMapping mapping, MappingLease lease, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var hasCriteria = MatchCriteria.Chosen(mapping.Fields).Count > 0;
        if (!hasCriteria)
        {
            var refused = new RunContext(parts, mappings, run.Id, SyncJobType.Coupling, new PlanPolicy(), observer).Under(lease);
            await JobLog.RefuseAsync(refused, mapping, mapping.Direction, MatchErrors.NoCriteria(parts.Clock.GetUtcNow(), mapping.Name))
                .ConfigureAwait(false);
        }

        var pages = hasCriteria
            ? new MatchCoupling(parts, mappings, run.Id, lease, observer).RunAsync(mapping, cancellationToken)
            : PagesAsync(
                mapping, PassScope.Everything, Policy(PassScope.Everything, FullSyncAction.Couple), lease, cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
            yield return page;
    }

    private async IAsyncEnumerable<PageReport> PagesAsync(
        TableMapping mapping, PassScope scope, PlanPolicy policy, MappingLease lease, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var context = new RunContext(parts, mappings, run.Id, SyncJobType.FullSync, policy, observer).Under(lease);
        foreach (var direction in mapping.Direction.Passes())
        {
            var pass = await context.PassAsync(mapping, direction, cancellationToken).ConfigureAwait(false);
            var pages = new PassRunner(context, pass).RunAsync(scope, cancellationToken);
            await using var guarded = new GuardedPages<PageReport>(context, mapping.Name, direction, pages, lease, cancellationToken);
            while (await guarded.MoveNextAsync().ConfigureAwait(false))
                yield return guarded.Current;
        }
    }
}
