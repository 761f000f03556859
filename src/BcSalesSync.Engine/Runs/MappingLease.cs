using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Runs;

/// <summary>Keeps two runs from working on the same mapping at once, in this process or another.</summary>
internal sealed class MappingLease : IAsyncDisposable
{
    private readonly RunClaim claim;

    private MappingLease(RunClaim claim) => this.claim = claim;

    /// <summary>Claims a mapping for a run.</summary>
    /// <exception cref="SyncException">Another run works on the mapping.</exception>
    public static async Task<MappingLease> TakeAsync(EngineParts parts, string mapping, Guid runId, CancellationToken cancellationToken)
    {
        var claim = new RunClaim(parts, $"mapping:{mapping}", runId);
        return await claim.TakeAsync(cancellationToken).ConfigureAwait(false) is { } other ? throw RunErrors.Busy(mapping, other) : new MappingLease(claim);
    }

    /// <summary>Shows that the run is alive.</summary>
    public Task RenewAsync() => claim.RenewAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await claim.ReleaseAsync().ConfigureAwait(false);
}
