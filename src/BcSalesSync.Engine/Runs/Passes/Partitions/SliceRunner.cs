using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Runs.Passes.Partitions;

/// <summary>
/// Settles the slices of the partitions of a pass. Everything is saved, and sent, under two claims: the one on the mapping, of the run that leads,
/// and the one on the partition, so that neither a run that was taken over nor a worker that was given up does any more.
/// </summary>
internal sealed class SliceRunner(EngineParts parts, MappingSet mappings, TableMapping mapping, long tenure, ISyncObserver observer)
{
    private readonly Fence fence = new(ClaimNames.Of(mapping.Name), tenure);
    private readonly Dictionary<(Guid RunId, SyncJobType JobType, PlanPolicy Policy), RunContext> runs = [];
    private readonly Dictionary<(RunContext Run, SyncDirection Direction), PassDefinition> passes = [];

    /// <summary>Name of the mapping.</summary>
    public string Mapping => mapping.Name;

    /// <summary>True when a partition is one of the pass.</summary>
    public bool IsOf(OpenPartition partition) => partition.Mapping == mapping.Name && partition.Tenure == tenure;

    /// <summary>Settles the next slice of a partition, if there still is one.</summary>
    /// <param name="claim">The claim on the partition.</param>
    /// <param name="partition">The partition.</param>
    /// <param name="cancellationToken">Stops between requests.</param>
    /// <exception cref="ClaimLostException">One of the claims is in other hands.</exception>
    public async Task SettleNextAsync(HeldClaim claim, int partition, CancellationToken cancellationToken)
    {
        if (await parts.State.Slices.NextAsync(mapping.Name, tenure, partition, cancellationToken).ConfigureAwait(false) is { } slice)
            await SettleAsync(claim, slice, cancellationToken).ConfigureAwait(false);
    }

    private async Task SettleAsync(HeldClaim claim, PassSlice slice, CancellationToken cancellationToken)
    {
        try
        {
            var content = SliceText.Read(slice.Content);
            var run = RunOf(content.Order);
            var pass = await PassAsync(run, content.Order.Direction, cancellationToken).ConfigureAwait(false);
            await new PageProcessor(run.Under(claim, fence), pass, slice.Key).ProcessAsync(
                Job(content.Order), content.Records, [], PageProgress.None, cancellationToken).ConfigureAwait(false);
        }
        catch (SyncException problem) when (StateOutages.Is(problem))
        {
            // The state is out of reach for this worker alone, or for a moment: others go on, and the slice is given out again.
            throw;
        }
        catch (Exception problem) when (problem is not (OperationCanceledException or ClaimLostException))
        {
            await RefuseAsync(claim, slice, problem).ConfigureAwait(false);
        }
    }

    private RunContext RunOf(SliceOrder order)
    {
        var key = (order.RunId, order.JobType, order.Policy);
        if (!runs.TryGetValue(key, out var run))
            runs[key] = run = new RunContext(parts, mappings, order.RunId, order.JobType, order.Policy, observer);
        return run;
    }

    private async Task<PassDefinition> PassAsync(RunContext run, SyncDirection direction, CancellationToken cancellationToken)
    {
        if (!passes.TryGetValue((run, direction), out var pass))
            passes[(run, direction)] = pass = await run.PassAsync(mapping, direction, cancellationToken).ConfigureAwait(false);
        return pass;
    }

    // The counts go to the run that leads, which keeps the job.
    private BcSyncJob Job(SliceOrder order) => new()
    {
        Id = order.JobId,
        RunId = order.RunId,
        Type = order.JobType,
        Mapping = mapping.Name,
        Direction = order.Direction,
        Started = parts.Clock.GetUtcNow(),
        Finished = null,
        Status = SyncJobStatus.Running,
        Message = null,
    };

    // Whatever keeps one call from being made would keep the next ones as well: the run that leads ends, and says why.
    private Task RefuseAsync(HeldClaim claim, PassSlice slice, Exception problem)
    {
        var error = problem switch
        {
            EndpointException failure => EndpointErrors.ToException(failure, mapping.Name).Error,
            SyncException known => known.Error,
            _ => RunErrors.Unexpected(mapping.Name, problem).Error,
        };
        var outcome = new SliceOutcome(Guid.Empty, new JobCounts(), error);
        return new FencedStore(claim.State, fence).CommitAsync(
            new StateChange { SettledSlices = [new SettledSlice(slice.Key, outcome.ToText())], Now = parts.Clock.GetUtcNow() }, CancellationToken.None);
    }
}
