using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Runs;
using BcSalesSync.Engine.Runs.Passes;

namespace BcSalesSync.Engine.FullSync;

/// <summary>
/// Works through the lines of a full synchronisation in dependency order and, at the end, takes up the records that waited for others.
/// Every step is saved, so that the run can stop or be killed at any moment and go on from there.
/// </summary>
internal sealed class FullSyncRunner(
    EngineParts parts, MappingSet mappings, RunState run, ISyncObserver observer, CancellationToken processEnds)
{
    private const int Sweeps = 5;
    private readonly FullSyncOptions options = FullSyncOptions.FromJson(run.Request);
    private readonly LineBook book = new(parts, run.Id, observer);

    /// <summary>Runs to the end, or to the checkpoint at which it is told to stop; returns the state in which the run ends.</summary>
    public async Task<RunStatus> RunAsync()
    {
        var stop = new StopSignal(parts, run.Id, options.Until, processEnds);
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
            await book.SaveAsync(LineProgress.Finish(line with { Message = line.Message ?? "No records on either side." })).ConfigureAwait(false);
            return;
        }

        await book.SaveAsync(line with { Status = FullSyncStatus.Running, Message = Remark(action) }).ConfigureAwait(false);
        try
        {
            var policy = new PlanPolicy(MayCreate: action is FullSyncAction.FullSync);
            await RunPassesAsync(mapping, PassScope.Everything, policy, stop).ConfigureAwait(false);
            await book.SaveAsync(LineProgress.Finish(book.Line(mapping.Name))).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is SyncException or EndpointException)
        {
            await book.SaveAsync(book.Line(mapping.Name) with { Status = FullSyncStatus.Failed, Message = problem.Message })
                .ConfigureAwait(false);
        }
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
                    await RunPassesAsync(mapping, PassScope.Released, new PlanPolicy(MayCreate: line.Action is FullSyncAction.FullSync),
                        stop).ConfigureAwait(false);
            }

            if (book.Read == before)
                return;
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

    private async Task RunPassesAsync(TableMapping mapping, PassScope scope, PlanPolicy policy, StopSignal stop)
    {
        await using var lease = await MappingLease.TakeAsync(parts, mapping.Name, run.Id, processEnds).ConfigureAwait(false);
        var context = new RunContext(parts, mappings, run.Id, SyncJobType.FullSync, policy, observer);
        foreach (var direction in mapping.Direction.Passes())
        {
            var pass = await context.PassAsync(mapping, direction, processEnds).ConfigureAwait(false);
            var pages = new PassRunner(context, pass).RunAsync(scope, processEnds);
            await using var guarded = new GuardedPages(context, pass, pages, processEnds);
            while (await guarded.MoveNextAsync().ConfigureAwait(false))
            {
                await book.AddAsync(mapping.Name, guarded.Current).ConfigureAwait(false);
                await lease.RenewAsync().ConfigureAwait(false);
                await stop.ThrowIfStoppedAsync().ConfigureAwait(false);
            }
        }
    }

    private static string? Remark(FullSyncAction action) => action is FullSyncAction.Couple
        ? "Nothing is created: only records that are coupled, or match by the mapping's own rule, are synchronised. "
            + "Couple the others first, or start with -Action FullSync to create what is missing."
        : null;
}
