using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime;

/// <summary>Sees to it that a system that does not answer reaches shells as a <see cref="SyncException"/> with a next step.</summary>
internal sealed class GuardedDocumentService(IDocumentService inner) : IDocumentService
{
    /// <inheritdoc/>
    public IAsyncEnumerable<BcSalesDocument> FindAsync(DocumentQuery query, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.FindAsync(query, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcDocumentResult> ImportOrdersAsync(
        DocumentRequest request, ISyncObserver observer, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.ImportOrdersAsync(request, observer, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcDocumentResult> SendTimelinePostsAsync(
        bool preview, ISyncObserver observer, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.SendTimelinePostsAsync(preview, observer, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcDocumentResult> ImportQuotesAsync(
        DocumentRequest request, ISyncObserver observer, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.ImportQuotesAsync(request, observer, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcStatisticsResult> UpdateStatisticsAsync(
        StatisticsRequest request, ISyncObserver observer, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.UpdateStatisticsAsync(request, observer, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcSyncResult> UpdateAvailabilityAsync(
        AvailabilityRequest request, ISyncObserver observer, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.UpdateAvailabilityAsync(request, observer, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcDocumentResult> PublishInvoicesAsync(
        InvoiceRequest request, ISyncObserver observer, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.PublishInvoicesAsync(request, observer, cancellationToken), cancellationToken);
}
