using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>A state store that passes everything on.</summary>
internal abstract class DelegatingStore(IStateStore inner) : IStateStore
{
    public ICouplingReader Couplings => inner.Couplings;

    public IPendingReader Pending => inner.Pending;

    public IRunReader Runs => inner.Runs;

    public ISliceReader Slices => inner.Slices;

    public virtual Task CommitAsync(StateChange change, CancellationToken cancellationToken) => inner.CommitAsync(change, cancellationToken);

    public Task<IReadOnlyList<TableMapping>> GetMappingsAsync(CancellationToken cancellationToken) => inner.GetMappingsAsync(cancellationToken);

    public Task<string?> GetSettingAsync(string name, CancellationToken cancellationToken) => inner.GetSettingAsync(name, cancellationToken);

    public Task<string> KeepSettingAsync(string name, string value, CancellationToken cancellationToken) =>
        inner.KeepSettingAsync(name, value, cancellationToken);

    public Task<BcClearedJobs> ClearJobsAsync(JobClearing clearing, CancellationToken cancellationToken) =>
        inner.ClearJobsAsync(clearing, cancellationToken);

    public Task<ClaimState> ClaimAsync(string resource, string holder, TimeSpan term, CancellationToken cancellationToken) =>
        inner.ClaimAsync(resource, holder, term, cancellationToken);

    public virtual Task<bool> RenewAsync(Fence fence, TimeSpan term, CancellationToken cancellationToken) =>
        inner.RenewAsync(fence, term, cancellationToken);

    public Task ReleaseAsync(Fence fence, CancellationToken cancellationToken) => inner.ReleaseAsync(fence, cancellationToken);

    public Task<ClaimState?> FindClaimAsync(string resource, CancellationToken cancellationToken) => inner.FindClaimAsync(resource, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
