using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Runs;

/// <summary>
/// Keeps two runs from working on the same mapping at once, in this process or another. The claim runs out by itself, and the claim of a process that is certainly gone
/// is taken over at once.
/// </summary>
internal sealed class MappingLease : IAsyncDisposable
{
    private static readonly TimeSpan Term = TimeSpan.FromMinutes(2);
    private readonly EngineParts parts;
    private readonly string resource;
    private readonly string holder;

    private MappingLease(EngineParts parts, string resource, string holder)
    {
        this.parts = parts;
        this.resource = resource;
        this.holder = holder;
    }

    /// <summary>Claims a mapping for a run.</summary>
    /// <exception cref="SyncException">Another run works on the mapping.</exception>
    public static async Task<MappingLease> TakeAsync(EngineParts parts, string mapping, Guid runId, CancellationToken cancellationToken)
    {
        var lease = new MappingLease(parts, $"mapping:{mapping}", $"{parts.Holders.Self}/{runId:N}");
        var inCharge = await lease.ClaimAsync(cancellationToken).ConfigureAwait(false);
        if (inCharge != lease.holder && parts.Holders.IsGone(inCharge))
        {
            await parts.State.ReleaseAsync(lease.resource, inCharge, cancellationToken).ConfigureAwait(false);
            inCharge = await lease.ClaimAsync(cancellationToken).ConfigureAwait(false);
        }

        return inCharge == lease.holder ? lease : throw RunErrors.Busy(mapping, inCharge);
    }

    /// <summary>Shows that the run is alive.</summary>
    public Task RenewAsync() => ClaimAsync(CancellationToken.None);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await parts.State.ReleaseAsync(resource, holder, CancellationToken.None).ConfigureAwait(false);

    private Task<string> ClaimAsync(CancellationToken cancellationToken)
    {
        var now = parts.Clock.GetUtcNow();
        return parts.State.ClaimAsync(resource, holder, now, now + Term, cancellationToken);
    }
}
