using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Availability;
using BcSalesSync.Engine.Documents.Listing;
using BcSalesSync.Engine.Documents.Invoices;
using BcSalesSync.Engine.Documents.Orders;
using BcSalesSync.Engine.Documents.Quotes;
using BcSalesSync.Engine.Documents.Statistics;
using BcSalesSync.Engine.Documents.Timeline;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Runs;
using BcSalesSync.Engine.Telemetry;

namespace BcSalesSync.Engine.Documents;

/// <summary>Everything about documents, for those who ask from outside.</summary>
/// <param name="parts">What the engine works with.</param>
/// <param name="mappings">Gives the mappings and switches as they are at the start of a command.</param>
public sealed class DocumentService(EngineParts parts, Func<CancellationToken, Task<MappingSet>> mappings) : IDocumentService
{
    /// <inheritdoc/>
    public IAsyncEnumerable<BcSalesDocument> FindAsync(DocumentQuery query, CancellationToken cancellationToken) =>
        new DocumentListing(parts).FindAsync(query, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcDocumentResult> ImportOrdersAsync(DocumentRequest request, ISyncObserver observer, CancellationToken cancellationToken) =>
        SyncSpans.OfRun("import orders", ImportOrdersUntracedAsync(request, observer, cancellationToken), cancellationToken);

    private async IAsyncEnumerable<BcDocumentResult> ImportOrdersUntracedAsync(
        DocumentRequest request, ISyncObserver observer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var set = await mappings(cancellationToken).ConfigureAwait(false);
        if (set.Setup.SalesOrderIntegration is SalesOrderIntegration.None)
            throw new SyncException(SetupErrors.OrdersOff(parts.Clock.GetUtcNow(), set.Setup.SalesOrderIntegration));
        await foreach (var result in new DocumentImport(parts, set, observer, new OrderWork(parts, set)).RunAsync(request, onlyDue: false, cancellationToken)
            .ConfigureAwait(false))
            yield return result;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<BcDocumentResult> SendTimelinePostsAsync(bool preview, ISyncObserver observer, CancellationToken cancellationToken) =>
        SyncSpans.OfRun("send timeline posts", SendTimelinePostsUntracedAsync(preview, observer, cancellationToken), cancellationToken);

    private async IAsyncEnumerable<BcDocumentResult> SendTimelinePostsUntracedAsync(
        bool preview, ISyncObserver observer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var set = await mappings(cancellationToken).ConfigureAwait(false);
        await foreach (var result in new TimelineRun(parts, set, observer).RunAsync(preview, onlyDue: false, cancellationToken)
            .ConfigureAwait(false))
            yield return result;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<BcDocumentResult> ImportQuotesAsync(DocumentRequest request, ISyncObserver observer, CancellationToken cancellationToken) =>
        SyncSpans.OfRun("import quotes", ImportQuotesUntracedAsync(request, observer, cancellationToken), cancellationToken);

    private async IAsyncEnumerable<BcDocumentResult> ImportQuotesUntracedAsync(
        DocumentRequest request, ISyncObserver observer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var set = await mappings(cancellationToken).ConfigureAwait(false);
        await foreach (var result in new DocumentImport(parts, set, observer, new QuoteWork(parts, set) { OnlyOpen = !request.Names })
            .RunAsync(request, onlyDue: false, cancellationToken).ConfigureAwait(false))
            yield return result;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<BcStatisticsResult> UpdateStatisticsAsync(StatisticsRequest request, ISyncObserver observer, CancellationToken cancellationToken) =>
        SyncSpans.OfRun("update statistics", UpdateStatisticsUntracedAsync(request, observer, cancellationToken), cancellationToken);

    private async IAsyncEnumerable<BcStatisticsResult> UpdateStatisticsUntracedAsync(
        StatisticsRequest request, ISyncObserver observer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var set = await mappings(cancellationToken).ConfigureAwait(false);
        await foreach (var result in new StatisticsRun(parts, set, observer).RunAsync(request, cancellationToken).ConfigureAwait(false))
            yield return result;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<BcSyncResult> UpdateAvailabilityAsync(AvailabilityRequest request, ISyncObserver observer, CancellationToken cancellationToken) =>
        SyncSpans.OfRun("update availability", UpdateAvailabilityUntracedAsync(request, observer, cancellationToken), cancellationToken);

    private async IAsyncEnumerable<BcSyncResult> UpdateAvailabilityUntracedAsync(
        AvailabilityRequest request, ISyncObserver observer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = new AvailabilityRun(parts, await mappings(cancellationToken).ConfigureAwait(false), observer);
        var results = request.Names ? run.RunAsync(request, cancellationToken) : run.RunMovedAsync(cancellationToken);
        await foreach (var result in results.ConfigureAwait(false))
            yield return result;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<BcDocumentResult> PublishInvoicesAsync(InvoiceRequest request, ISyncObserver observer, CancellationToken cancellationToken) =>
        SyncSpans.OfRun("publish invoices", PublishInvoicesUntracedAsync(request, observer, cancellationToken), cancellationToken);

    private async IAsyncEnumerable<BcDocumentResult> PublishInvoicesUntracedAsync(
        InvoiceRequest request, ISyncObserver observer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var set = await mappings(cancellationToken).ConfigureAwait(false);
        await foreach (var result in new InvoicePublishing(parts, set, observer).RunAsync(request, cancellationToken).ConfigureAwait(false))
            yield return result;
    }
}
