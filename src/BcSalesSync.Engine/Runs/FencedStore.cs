using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs;

/// <summary>The state in the hands of a run: everything it saves is saved under its claim. Closing it leaves the state open.</summary>
internal sealed class FencedStore(IStateStore inner, Fence fence) : IStateStore
{
    /// <inheritdoc/>
    public ICouplingReader Couplings => inner.Couplings;

    /// <inheritdoc/>
    public IPendingReader Pending => inner.Pending;

    /// <inheritdoc/>
    public IRunReader Runs => inner.Runs;

    /// <inheritdoc/>
    public ISliceReader Slices => inner.Slices;

    /// <inheritdoc/>
    public Task CommitAsync(StateChange change, CancellationToken cancellationToken) =>
        inner.CommitAsync(change with { Fences = [.. change.Fences, fence] }, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<TableMapping>> GetMappingsAsync(CancellationToken cancellationToken) =>
        inner.GetMappingsAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<string?> GetSettingAsync(string name, CancellationToken cancellationToken) => inner.GetSettingAsync(name, cancellationToken);

    /// <inheritdoc/>
    public Task<string> KeepSettingAsync(string name, string value, CancellationToken cancellationToken) =>
        inner.KeepSettingAsync(name, value, cancellationToken);

    /// <inheritdoc/>
    public Task<BcClearedJobs> ClearJobsAsync(JobClearing clearing, CancellationToken cancellationToken) =>
        inner.ClearJobsAsync(clearing, cancellationToken);

    /// <inheritdoc/>
    public Task<ClaimState> ClaimAsync(string resource, string holder, TimeSpan term, CancellationToken cancellationToken) =>
        inner.ClaimAsync(resource, holder, term, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> RenewAsync(Fence held, TimeSpan term, CancellationToken cancellationToken) =>
        inner.RenewAsync(held, term, cancellationToken);

    /// <inheritdoc/>
    public Task ReleaseAsync(Fence held, CancellationToken cancellationToken) => inner.ReleaseAsync(held, cancellationToken);

    /// <inheritdoc/>
    public Task<ClaimState?> FindClaimAsync(string resource, CancellationToken cancellationToken) =>
        inner.FindClaimAsync(resource, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
