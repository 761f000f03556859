using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Runs.Passes.Partitions;

/// <summary>
/// Settles the slices of a partition. Everything is saved, and sent, under two claims: the one on the mapping, of the run that leads, and the
/// one on the partition, so that neither a run that was taken over nor a worker that was given up does any more.
/// </summary>
internal sealed class SliceRunner(EngineParts parts, MappingSet mappings, TableMapping mapping, PartitionWork work, ISyncObserver observer)
{
    private readonly RunContext unclaimed = new(parts, mappings, work.RunId, work.JobType, work.Policy, observer);
    private readonly Dictionary<SyncDirection, PassDefinition> passes = [];

    /// <summary>Works until the partition has no slice left.</summary>
    /// <param name="claim">The claim on the partition.</param>
    /// <param name="partition">The partition.</param>
    /// <param name="cancellationToken">Stops between requests.</param>
    /// <exception cref="ClaimLostException">One of the claims is in other hands.</exception>
    public async Task RunAsync(HeldClaim claim, int partition, CancellationToken cancellationToken)
    {
        var run = unclaimed.Under(claim, work.Fence);
        while (await run.State.Slices.NextAsync(work.Mapping, work.Tenure, partition, cancellationToken).ConfigureAwait(false) is { } slice)
            await SettleAsync(run, slice, cancellationToken).ConfigureAwait(false);
    }

    private async Task SettleAsync(RunContext run, PassSlice slice, CancellationToken cancellationToken)
    {
        try
        {
            var content = SliceText.Read(slice.Content);
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
