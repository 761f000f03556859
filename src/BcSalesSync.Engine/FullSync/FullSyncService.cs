using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.FullSync;

/// <summary>
/// Starts, watches, stops and resumes full synchronisations. The run lives in the state: any process sees it, may ask it to stop, and
/// may go on with it when its own process is gone.
/// </summary>
public sealed class FullSyncService : IAsyncDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);
    private readonly EngineParts parts;
    private readonly Func<CancellationToken, Task<MappingSet>> mappings;
    private readonly CancellationTokenSource closing = new();
    private readonly SemaphoreSlim starting = new(1, 1);
    private readonly WatchedProgress progress = new();
    private Task work = Task.CompletedTask;

    /// <summary>Creates the service.</summary>
    /// <param name="parts">What the engine works with.</param>
    /// <param name="mappings">Gives the mappings as they are at the start of a run.</param>
    public FullSyncService(EngineParts parts, Func<CancellationToken, Task<MappingSet>> mappings)
    {
        this.parts = parts;
        this.mappings = mappings;
    }

    /// <summary>The review. Before the first start it is made up from what both sides hold.</summary>
    public async Task<IReadOnlyList<BcFullSyncLine>> ReviewAsync(CancellationToken cancellationToken)
    {
        var lines = await parts.State.Runs.FullSyncLinesAsync(cancellationToken).ConfigureAwait(false);
        if (lines.Count > 0)
        {
            var run = await LatestAsync(cancellationToken).ConfigureAwait(false);
            return run.Status is RunStatus.Running ? lines : [.. lines.Select(line => Ended(line, run))];
        }

        var set = await mappings(cancellationToken).ConfigureAwait(false);
        return await new ReviewBuilder(parts.Endpoints, set).BuildAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The lines that a run would begin with.</summary>
    /// <exception cref="SyncException">A name fits no mapping.</exception>
    public async Task<IReadOnlyList<BcFullSyncLine>> PreviewAsync(FullSyncRequest request, CancellationToken cancellationToken)
    {
        var set = await mappings(cancellationToken).ConfigureAwait(false);
        return await LinesAsync(set, Chosen(set, request), Guid.Empty, request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Starts a run in the background.</summary>
    /// <exception cref="SyncException">One is under way already, or a name fits no mapping.</exception>
    public async Task<BcFullSync> StartAsync(FullSyncRequest request, CancellationToken cancellationToken)
    {
        var set = await mappings(cancellationToken).ConfigureAwait(false);
        var chosen = Chosen(set, request);
        var now = parts.Clock.GetUtcNow();
        var options = new FullSyncOptions(request.Action, parts.EndOf(request.TimeBudget));
        var run = new RunState
        {
            Id = parts.Ids.NewId(),
            Kind = RunKind.Full,
            Status = RunStatus.Running,
            Request = options.ToJson(),
            Started = now,
            Holder = parts.Holders.Self,
        };
        var claim = await TakeClaimAsync(run.Id, cancellationToken).ConfigureAwait(false);
        try
        {
            var lines = await LinesAsync(set, chosen, run.Id, request, cancellationToken).ConfigureAwait(false);
            await claim.State.CommitAsync(
                new StateChange { Runs = [run], ClearFullSyncLines = true, FullSyncLines = lines, Now = now }, CancellationToken.None)
                    .ConfigureAwait(false);
            Launch(set, run, claim);
            return View(run, lines);
        }
        catch
        {
            await claim.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Goes on with a run that was stopped, or whose process is gone.</summary>
    /// <exception cref="SyncException">There is nothing to resume, or it is under way.</exception>
    public async Task<BcFullSync> ResumeAsync(TimeSpan? timeBudget, CancellationToken cancellationToken)
    {
        var latest = await LatestAsync(cancellationToken).ConfigureAwait(false);
        if (latest.Status is RunStatus.Finished
            || (await parts.State.Runs.FullSyncLinesAsync(cancellationToken).ConfigureAwait(false)).Count == 0)
            throw RunErrors.NothingToResume();
        if (latest.Status is RunStatus.Running && latest.Holder == parts.Holders.Self && !work.IsCompleted)
            throw RunErrors.FullSyncRunning(latest.Holder);
        var set = await mappings(cancellationToken).ConfigureAwait(false);
        var claim = await TakeClaimAsync(latest.Id, cancellationToken).ConfigureAwait(false);
        try
        {
            return await GoOnAsync(set, latest, claim, timeBudget, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await claim.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Goes on, to its end, with a run whose process gave no sign of life any more; false when there is none. Cancelled, it leaves the run as it
    /// found it, to whoever takes it up next.
    /// </summary>
    public async Task<bool> TakeUpAsync(ISyncObserver observer, CancellationToken cancellationToken)
    {
        if (await parts.State.Runs.LatestAsync(RunKind.Full, cancellationToken).ConfigureAwait(false) is null
            || await LatestAsync(cancellationToken).ConfigureAwait(false) is not { } run || !IsAbandoned(run))
            return false;
        var set = await mappings(cancellationToken).ConfigureAwait(false);
        var (claim, _) = await HeldClaim.TryTakeAsync(parts, ClaimNames.FullSync, run.Id, cancellationToken).ConfigureAwait(false);
        if (claim is null)
            return false;
        await using var held = claim;
        using var watching = progress.Watch(observer);
        // Somebody may have resumed or reset it just before.
        if (await parts.State.Runs.GetAsync(run.Id, cancellationToken).ConfigureAwait(false) is not { Status: RunStatus.Running })
            return false;
        run = run with { Status = RunStatus.Running, Holder = parts.Holders.Self };
        await claim.State.CommitAsync(new StateChange { Runs = [run], Now = parts.Clock.GetUtcNow() }, CancellationToken.None).ConfigureAwait(false);
        observer.Verbose("Going on with the full synchronisation from where it was left.");
        await WorkAsync(set, run, claim, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return true;
    }

    /// <summary>Asks the run to stop at its next checkpoint and returns it as it is.</summary>
    public async Task<BcFullSync> StopAsync(CancellationToken cancellationToken)
    {
        var latest = await LatestAsync(cancellationToken).ConfigureAwait(false);
        if (latest.Status is RunStatus.Running)
        {
            latest = latest with { StopRequested = true };
            await parts.State.CommitAsync(new StateChange { Runs = [latest], Now = parts.Clock.GetUtcNow() }, cancellationToken)
                .ConfigureAwait(false);
        }

        return View(latest, await parts.State.Runs.FullSyncLinesAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Puts the review back to not started, so that it is made up anew. A run that was stopped cannot be resumed then.</summary>
    /// <exception cref="SyncException">A run is under way.</exception>
    public async Task ResetAsync(CancellationToken cancellationToken)
    {
        await using var claim = await TakeClaimAsync(parts.Ids.NewId(), cancellationToken).ConfigureAwait(false);
        var latest = await parts.State.Runs.LatestAsync(RunKind.Full, cancellationToken).ConfigureAwait(false);
        var now = parts.Clock.GetUtcNow();
        RunState[] abandoned = latest is { Status: RunStatus.Running }
            ? [latest with { Status = RunStatus.Stopped, StopRequested = false, Holder = null, Finished = now }]
            : [];
        await claim.State.CommitAsync(new StateChange { Runs = abandoned, ClearFullSyncLines = true, Now = now }, CancellationToken.None)
            .ConfigureAwait(false);
    }

    /// <summary>Waits until the run ends, in whichever process, and returns it.</summary>
    public async Task<BcFullSync> WaitAsync(ISyncObserver observer, CancellationToken cancellationToken)
    {
        using var watching = progress.Watch(observer);
        while (true)
        {
            var run = await LatestAsync(cancellationToken).ConfigureAwait(false);
            if (IsAbandoned(run))
                observer.Warning(Abandoned(run));
            if (run.Status is not RunStatus.Running)
                return View(run, await parts.State.Runs.FullSyncLinesAsync(cancellationToken).ConfigureAwait(false));
            await (work.IsCompleted ? Task.Delay(Glance, parts.Clock, cancellationToken) : work.WaitAsync(cancellationToken))
                .ConfigureAwait(false);
        }
    }

    /// <summary>Ends this process's part in a run at its next checkpoint.</summary>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync().ConfigureAwait(false);
        await work.ConfigureAwait(false);
        closing.Dispose();
        starting.Dispose();
    }

    private async Task<BcFullSync> GoOnAsync(
        MappingSet set, RunState latest, HeldClaim claim, TimeSpan? timeBudget, CancellationToken cancellationToken)
    {
        var now = parts.Clock.GetUtcNow();
        var options = FullSyncOptions.FromJson(latest.Request) with { Until = parts.EndOf(timeBudget) };
        var run = latest with
        {
            Status = RunStatus.Running,
            Finished = null,
            StopRequested = false,
            Holder = parts.Holders.Self,
            Request = options.ToJson(),
        };
        var lines = (await parts.State.Runs.FullSyncLinesAsync(cancellationToken).ConfigureAwait(false))
            .Select(line => line.Status is FullSyncStatus.Failed ? line with { Status = FullSyncStatus.Waiting, Message = null } : line)
                .ToArray();
        await claim.State.CommitAsync(new StateChange { Runs = [run], FullSyncLines = lines, Now = now }, CancellationToken.None)
            .ConfigureAwait(false);
        Launch(set, run, claim);
        return View(run, lines);
    }

    private static IReadOnlyList<TableMapping> Chosen(MappingSet set, FullSyncRequest request)
    {
        if (request.Mappings.Count == 0)
            return [.. set.All.Where(mapping => !mapping.IsPart)];
        var named = request.Mappings.SelectMany(name => set.All.Named(name, default)).ToHashSet();
        return [.. set.All.Where(mapping => named.Contains(mapping) && !mapping.IsPart)];
    }

    private async Task<BcFullSyncLine[]> LinesAsync(
        MappingSet set, IReadOnlyList<TableMapping> chosen, Guid runId, FullSyncRequest request, CancellationToken cancellationToken)
    {
        var review = await new ReviewBuilder(parts.Endpoints, set).BuildAsync(chosen, cancellationToken).ConfigureAwait(false);
        var lines = review
            .Select(line => line with { RunId = runId, Action = ReviewBuilder.CanRun(line) ? request.Action ?? line.Action : null })
            .Select(line => line.Action is null ? line : line with { Message = MatchRemark.Of(set.Find(line.Mapping)!, line.Action) })
            .ToArray();
        return
        [
            .. lines.Select(line => line with
            {
                Status = LineOrder.Blockers(line, lines).Any() ? FullSyncStatus.Waiting : FullSyncStatus.NotStarted,
            }),
        ];
    }

    private void Launch(MappingSet set, RunState run, HeldClaim claim) => work = Task.Run(async () =>
    {
        await using var held = claim;
        await WorkAsync(set, run, claim, CancellationToken.None).ConfigureAwait(false);
    });

    // Cancelled by who took the run up, it stays under way, without a holder.
    private async Task WorkAsync(MappingSet set, RunState run, HeldClaim claim, CancellationToken cancellationToken)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(closing.Token, cancellationToken);
        var status = RunStatus.Failed;
        try
        {
            status = await new FullSyncRunner(parts, set, run, claim, progress, ends.Token).RunAsync().ConfigureAwait(false);
        }
        catch (SyncException problem) when (StateOutages.Is(problem))
        {
            // The state is out of reach: the run stays under way for whoever takes it up.
            progress.Warning($"The full synchronisation is left at its checkpoint. {problem.Message}");
            return;
        }
        catch (Exception problem) when (problem is not ClaimLostException)
        {
            progress.Warning($"The full synchronisation ended unexpectedly: {problem.Message}");
        }
        catch (ClaimLostException)
        {
            // Told below.
        }

        if (status is RunStatus.Stopped && cancellationToken.IsCancellationRequested)
            return;
        var now = parts.Clock.GetUtcNow();
        var ended = run with { Status = status, StopRequested = false, Holder = null, Finished = now };
        try
        {
            await claim.State.CommitAsync(new StateChange { Runs = [ended], Now = now }, CancellationToken.None).ConfigureAwait(false);
        }
        catch (ClaimLostException)
        {
            progress.Warning("Another process took the full synchronisation over and goes on with it; see Get-BcFullSync.");
        }
    }

    private async Task<HeldClaim> TakeClaimAsync(Guid runId, CancellationToken cancellationToken)
    {
        await starting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var (held, standing) = await HeldClaim.TryTakeAsync(parts, ClaimNames.FullSync, runId, cancellationToken).ConfigureAwait(false);
            return held ?? throw RunErrors.FullSyncRunning(standing.Holder);
        }
        finally
        {
            starting.Release();
        }
    }

    private async Task<bool> IsHeldAsync(RunState run, CancellationToken cancellationToken)
    {
        var claim = await parts.State.FindClaimAsync(ClaimNames.FullSync, cancellationToken).ConfigureAwait(false);
        return claim is not null && claim.Holder.EndsWith($"/{run.Id:N}", StringComparison.Ordinal) && claim.Stands
            && !parts.Holders.IsGone(claim.Holder);
    }

    // A run whose process gives no sign of life counts as stopped: it can be resumed.
    private async Task<RunState> LatestAsync(CancellationToken cancellationToken)
    {
        var latest = await parts.State.Runs.LatestAsync(RunKind.Full, cancellationToken).ConfigureAwait(false) ?? throw RunErrors.NoFullSync();
        return latest.Status is RunStatus.Running && !await IsHeldAsync(latest, cancellationToken).ConfigureAwait(false)
            ? latest with { Status = RunStatus.Stopped } : latest;
    }

    // A run that ends by itself gives its holder's name back.
    private static bool IsAbandoned(RunState run) => run is { Status: RunStatus.Stopped, Holder: not null };

    private static string Abandoned(RunState run) =>
        $"The full synchronisation stopped: {HolderName.InWords(run.Holder!)} gave no sign of life any more. Resume-BcFullSync goes on from its checkpoint.";

    private static BcFullSyncLine Ended(BcFullSyncLine line, RunState run) => line.Status is not FullSyncStatus.Running ? line
        : line with { Status = FullSyncStatus.Stopped, Message = IsAbandoned(run) ? Abandoned(run) : line.Message };

    private static BcFullSync View(RunState run, IReadOnlyCollection<BcFullSyncLine> lines) => new()
    {
        RunId = run.Id,
        Status = run.Status switch
        {
            RunStatus.Running => FullSyncStatus.Running,
            RunStatus.Stopped => FullSyncStatus.Stopped,
            RunStatus.Finished => FullSyncStatus.Finished,
            _ => FullSyncStatus.Failed,
        },
        Started = run.Started,
        Finished = run.Finished,
        Lines = lines.Count,
        Done = lines.Count(line => line.Status is FullSyncStatus.Finished or FullSyncStatus.Failed),
    };
}
