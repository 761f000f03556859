using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Couplings.Matching;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Runs;
using BcSalesSync.Engine.Runs.Matching;
using BcSalesSync.Engine.Runs.Passes;
using BcSalesSync.Engine.Telemetry;

namespace BcSalesSync.Engine.FullSync;

/// <summary>
/// Works through the lines of a full synchronisation in dependency order and, at the end, takes up the records that waited for others.
/// Every step is saved, so that the run can stop or be killed at any moment and go on from there.
/// </summary>
internal sealed class FullSyncRunner(
    EngineParts parts, MappingSet mappings, RunState run, HeldClaim claim, ISyncObserver observer, CancellationToken processEnds)
{
    private const int Sweeps = 5;
    private readonly FullSyncOptions options = FullSyncOptions.FromJson(run.Request);
    private readonly LineBook book = new(parts with { State = claim.State }, run.Id, observer);

    /// <summary>Runs to the end, or to the checkpoint at which it is told to stop; returns the state in which the run ends.</summary>
    public async Task<RunStatus> RunAsync()
    {
        using var span = SyncSpans.StartRun("full synchronisation")?.SetTag("bcsync.run.id", run.Id.ToString());
        var stop = new StopSignal(parts, run.Id, options.Until, claim, processEnds);
        await book.OpenAsync().ConfigureAwait(false);
        try
        {
            while (LineOrder.Next(book.Lines) is { } line)
                await RunLineAsync(line, stop).ConfigureAwait(false);
            await SweepAsync(stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await book.StopAsync().ConfigureAwait(false);
            return RunStatus.Stopped;
        }

        await book.CloseAsync().ConfigureAwait(false);
        return book.Lines.Any(line => line.Status is FullSyncStatus.Failed) ? RunStatus.Failed : RunStatus.Finished;
    }

    private async Task RunLineAsync(BcFullSyncLine line, StopSignal stop)
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
        if (!await TryRunAsync(mapping, PassScope.Everything, action, stop).ConfigureAwait(false))
            return;
        var counts = await parts.State.Couplings.CountAsync(mapping.Name, CancellationToken.None).ConfigureAwait(false);
        await book.SaveAsync(LineProgress.Finish(book.Line(mapping.Name), counts)).ConfigureAwait(false);
    }

    // Records that waited for a reference are due once it is coupled; what they make due in turn comes with the next round.
    private async Task SweepAsync(StopSignal stop)
    {
        for (var round = 0; round < Sweeps; round++)
        {
            var before = book.Read;
            foreach (var line in book.Lines.Where(line => line.Status is FullSyncStatus.Finished && line.Action is not null).ToArray())
            {
                var mapping = mappings.Find(line.Mapping)!;
                if (await IsDueAsync(mapping).ConfigureAwait(false))
                    await TryRunAsync(mapping, PassScope.Released, line.Action!.Value, stop).ConfigureAwait(false);
            }

            if (book.Read == before)
                return;
        }
    }

    // What keeps a mapping from running fails its line and no other.
    private async Task<bool> TryRunAsync(TableMapping mapping, PassScope scope, FullSyncAction action, StopSignal stop)
    {
        try
        {
            while (!await RunTurnAsync(mapping, scope, action, stop).ConfigureAwait(false))
                observer.Verbose($"{mapping.Name}: another run took the mapping over; going on once it is done.");
            return true;
        }
        catch (Exception problem) when (problem is SyncException or EndpointException)
        {
            var message = problem is SyncException { Error: { } error } ? $"{error.Message} {error.RecommendedAction}" : problem.Message;
            await book.SaveAsync(book.Line(mapping.Name) with { Status = FullSyncStatus.Failed, Message = message }).ConfigureAwait(false);
            return false;
        }
    }

    private async Task<bool> IsDueAsync(TableMapping mapping)
    {
        var query = new DueQuery(parts.Clock.GetUtcNow(), 1, ReleasedOnly: true);
        foreach (var direction in mapping.Direction.Passes())
        {
            if ((await parts.State.Pending.DueAsync(mapping.Name, direction, query, CancellationToken.None)
                .ConfigureAwait(false)).Count > 0)
                return true;
        }

        return false;
    }

    // A line that is to couple leaves what it does not couple as it is, even where runs of the mapping create. What waited for something
    // that is there now is due as in any run.
    private static PlanPolicy Policy(PassScope scope, FullSyncAction action) =>
        new(MayCreate: action is FullSyncAction.FullSync, OnlyCoupled: action is FullSyncAction.Couple && scope is PassScope.Everything);

    // False when the turn ended early because the mapping was lost to another run; what was saved by then counts.
    private async Task<bool> RunTurnAsync(TableMapping mapping, PassScope scope, FullSyncAction action, StopSignal stop)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(processEnds, claim.Lost);
        await using var lease = await new LineTurn(parts, book, run.Id, stop).TakeAsync(mapping.Name, ends.Token).ConfigureAwait(false);
        using var leaves = CancellationTokenSource.CreateLinkedTokenSource(ends.Token, lease.Lost);
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
        catch (Exception problem) when (lease.Lost.IsCancellationRequested && problem is SyncException or OperationCanceledException)
        {
            ends.Token.ThrowIfCancellationRequested();
            return false;
        }
    }

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
