using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Runs;

/// <summary>Keeps two runs from working on the same mapping at once, in this process or another.</summary>
internal sealed class MappingLease : IAsyncDisposable
{
    private readonly RunClaim claim;
    private readonly string mapping;

    private MappingLease(RunClaim claim, string mapping)
    {
        this.claim = claim;
        this.mapping = mapping;
    }

    /// <summary>Claims a mapping for a run.</summary>
    /// <exception cref="SyncException">Another run works on the mapping.</exception>
    public static async Task<MappingLease> TakeAsync(EngineParts parts, string mapping, Guid runId, CancellationToken cancellationToken)
    {
        var claim = new RunClaim(parts, $"mapping:{mapping}", runId);
        return await claim.TakeAsync(cancellationToken).ConfigureAwait(false) is { } other ? throw RunErrors.Busy(mapping, other)
            : new MappingLease(claim, mapping);
    }

    /// <summary>Shows that the run is alive.</summary>
    /// <exception cref="SyncException">The claim ran out, and another run took the mapping.</exception>
    public async Task RenewAsync()
    {
        if (await claim.RenewAsync().ConfigureAwait(false) is { } other)
            throw RunErrors.ClaimLost(mapping, other);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await claim.ReleaseAsync().ConfigureAwait(false);
}
