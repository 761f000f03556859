using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime;

/// <summary>Sees to it that a system that does not answer reaches shells as a <see cref="SyncException"/> with a next step.</summary>
internal sealed class GuardedScheduleService(IScheduleService inner) : IScheduleService
{
    /// <inheritdoc/>
    public IAsyncEnumerable<BcScheduleEntry> GetAsync(string? name, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.GetAsync(name, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<BcScheduleEntry> SetAsync(ScheduleChange change, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.SetAsync(change, cancellationToken));

    /// <inheritdoc/>
    public IAsyncEnumerable<BcScheduleEntry> LookAsync(CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.LookAsync(cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcScheduleEntry> PreviewAsync(ScheduleRequest request, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.PreviewAsync(request, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcSyncJob> RunAsync(ScheduleRequest request, ISyncObserver observer, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.RunAsync(request, observer, cancellationToken), cancellationToken);
}
