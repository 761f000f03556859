using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Runs.Passes;
using BcSalesSync.Engine.Runs.Passes.Partitions;

namespace BcSalesSync.Engine.Runs;

/// <summary>Keeps two runs from working on the same mapping at once, in this process or another.</summary>
internal sealed class MappingLease : IAsyncDisposable
{
    private readonly HeldClaim claim;
    private readonly string mapping;

    private MappingLease(HeldClaim claim, string mapping)
    {
        this.claim = claim;
        this.mapping = mapping;
    }

    /// <summary>The state, as a run on the mapping may change it.</summary>
    public IStateStore State => claim.State;

    /// <summary>The systems, as a run on the mapping may write to them.</summary>
    public EndpointPair Endpoints => claim.Endpoints;

    /// <summary>The claim itself.</summary>
    public Fence Fence => claim.Fence;

    /// <summary>Cancelled once another run works on the mapping.</summary>
    public CancellationToken Lost => claim.Lost;

    /// <summary>Claims a mapping for a run.</summary>
    /// <exception cref="SyncException">Another run works on the mapping.</exception>
    public static async Task<MappingLease> TakeAsync(EngineParts parts, string mapping, Guid runId, CancellationToken cancellationToken)
    {
        var (lease, other) = await TryTakeAsync(parts, mapping, runId, cancellationToken).ConfigureAwait(false);
        return lease ?? throw RunErrors.Busy(mapping, other);
    }

    /// <summary>Claims a mapping for a run, if no other run works on it; tells which one does otherwise.</summary>
    public static async Task<(MappingLease? Lease, string Other)> TryTakeAsync(
        EngineParts parts, string mapping, Guid runId, CancellationToken cancellationToken)
    {
        var (held, standing) = await HeldClaim.TryTakeAsync(parts, ClaimNames.Of(mapping), runId, cancellationToken).ConfigureAwait(false);
        if (held is null)
            return (null, standing.Holder);
        var lease = new MappingLease(held, mapping);
        try
        {
            await SliceLeftovers.SettleAsync(lease.State, held.Fence, mapping, parts.Clock.GetUtcNow()).ConfigureAwait(false);
            await JobLog.CloseLeftOpenAsync(parts, lease.State, mapping, runId).ConfigureAwait(false);
            return (lease, standing.Holder);
        }
        catch
        {
            await lease.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Why the run has to stop once its lease is lost.</summary>
    public async Task<SyncException> LossAsync() => RunErrors.ClaimLost(mapping, await claim.GiveUpAsync().ConfigureAwait(false));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => claim.DisposeAsync();
}
