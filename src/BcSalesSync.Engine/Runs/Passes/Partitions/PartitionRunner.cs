using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Runs.Passes.Partitions;

/// <summary>
/// Works off one partition. Everything is saved under two claims: the one on the mapping, of the run that leads, and the one on the partition,
/// so that neither a run that was taken over nor a worker that was given up can save any more.
/// </summary>
internal sealed class PartitionRunner(EngineParts parts, MappingSet mappings, TableMapping mapping, PartitionWork work, ISyncObserver observer)
{
    private const int LooksBeforeLeaving = 3;
    private const int TriesBeforeLeaving = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // Shorter than that of a mapping: what a worker that is only slow loses is done by the next one.
    private static readonly TimeSpan Term = TimeSpan.FromSeconds(30);
    private readonly Dictionary<SyncDirection, PassDefinition> passes = [];

    /// <summary>Works until there is nothing left to do for it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var claim = await TakeAsync(cancellationToken).ConfigureAwait(false);
        if (claim is null)
            return;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, claim.Lost);
        var run = new RunContext(parts, mappings, work.RunId, work.JobType, work.Policy, observer)
            .Under(new FencedStore(claim.State, work.Fence), work.Fence);
        try
        {
            for (var looks = 0; looks < LooksBeforeLeaving && await IsCurrentAsync(ends.Token).ConfigureAwait(false); looks++)
            {
                while (await NextAsync(run, ends.Token).ConfigureAwait(false) is { } slice)
                {
                    await ProcessAsync(run, slice, ends.Token).ConfigureAwait(false);
                    looks = 0;
                }

                await Task.Delay(Pause, parts.Clock, ends.Token).ConfigureAwait(false);
            }
        }
        catch (ClaimLostException lost)
        {
            observer.Verbose($"{work.Mapping}, partition {work.Partition}: {lost.Message} What was not saved is done by others.");
        }
        catch (OperationCanceledException) when (claim.Lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            observer.Verbose($"{work.Mapping}, partition {work.Partition}: another worker took it over.");
        }
    }

    // Null when the partition is of no use any more, or with another worker for so long that this one had better do something else: it is given out
    // again. A worker that was killed has it until its claim runs out. The holder is a new one each time, so that nobody gives back another's claim.
    private async Task<HeldClaim?> TakeAsync(CancellationToken cancellationToken)
    {
        var resource = $"partition:{work.Mapping}:{work.Partition}";
        var holder = parts.Ids.NewId();
        for (var tries = 0; tries < TriesBeforeLeaving && await IsCurrentAsync(cancellationToken).ConfigureAwait(false); tries++)
        {
            var (held, _) = await HeldClaim.TryTakeAsync(parts, resource, holder, Term, cancellationToken).ConfigureAwait(false);
            if (held is not null)
                return held;
            await Task.Delay(Pause, parts.Clock, cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    private async Task<bool> IsCurrentAsync(CancellationToken cancellationToken) =>
        (await parts.State.FindClaimAsync(work.Fence.Resource, cancellationToken).ConfigureAwait(false))?.Fence == work.Fence;

    private Task<PassSlice?> NextAsync(RunContext run, CancellationToken cancellationToken) =>
        run.State.Slices.NextAsync(work.Mapping, work.Tenure, work.Partition, cancellationToken);

    private async Task ProcessAsync(RunContext run, PassSlice slice, CancellationToken cancellationToken)
    {
        try
        {
            var content = SliceContent.Of(slice.Content);
            var pass = await PassAsync(run, content.Direction, cancellationToken).ConfigureAwait(false);
            await new PageProcessor(run, pass, slice.Key).ProcessAsync(
                Job(content), content.Records, [], PageProgress.None, cancellationToken).ConfigureAwait(false);
        }
        catch (SyncException problem) when (StateOutages.Is(problem))
        {
            // The state is out of reach for this worker alone, or for a moment: others go on, and the slice is given out again.
            throw;
        }
        catch (Exception problem) when (problem is not (OperationCanceledException or ClaimLostException))
        {
            await RefuseAsync(run, slice, problem).ConfigureAwait(false);
        }
    }

    private async Task<PassDefinition> PassAsync(RunContext run, SyncDirection direction, CancellationToken cancellationToken)
    {
        if (!passes.TryGetValue(direction, out var pass))
            passes[direction] = pass = await run.PassAsync(mapping, direction, cancellationToken).ConfigureAwait(false);
        return pass;
    }

    // The counts go to the run that leads, which keeps the job.
    private BcSyncJob Job(SliceContent content) => new()
    {
        Id = content.JobId,
        RunId = work.RunId,
        Type = work.JobType,
        Mapping = work.Mapping,
        Direction = content.Direction,
        Started = parts.Clock.GetUtcNow(),
        Finished = null,
        Status = SyncJobStatus.Running,
        Message = null,
    };

    // Whatever keeps one call from being made would keep the next ones as well: the run that leads ends, and says why.
    private Task RefuseAsync(RunContext run, PassSlice slice, Exception problem)
    {
        var error = problem switch
        {
            EndpointException failure => EndpointErrors.ToException(failure, work.Mapping).Error,
            SyncException known => known.Error,
            _ => RunErrors.Unexpected(work.Mapping, problem).Error,
        };
        var outcome = new SliceOutcome(Guid.Empty, new JobCounts(), error);
        return run.State.CommitAsync(
            new StateChange { SettledSlices = [new SettledSlice(slice.Key, outcome.ToText())], Now = parts.Clock.GetUtcNow() }, CancellationToken.None);
    }
}
