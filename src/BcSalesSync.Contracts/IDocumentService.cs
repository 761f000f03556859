namespace BcSalesSync.Contracts;

/// <summary>
/// Everything about documents: quotes, orders and invoices. Sequences are lazy, results appear as soon as they exist, and a document that fails
/// never stops the others.
/// </summary>
public interface IDocumentService
{
    /// <summary>Documents of Sales that fit the query.</summary>
    IAsyncEnumerable<BcSalesDocument> FindAsync(DocumentQuery query, CancellationToken cancellationToken);

    /// <summary>Creates submitted orders in Business Central (spec/documents.md 1).</summary>
    IAsyncEnumerable<BcDocumentResult> ImportOrdersAsync(
        DocumentRequest request, ISyncObserver observer, CancellationToken cancellationToken);

    /// <summary>Processes active and won quotes in Business Central (spec/documents.md 4).</summary>
    IAsyncEnumerable<BcDocumentResult> ImportQuotesAsync(
        DocumentRequest request, ISyncObserver observer, CancellationToken cancellationToken);

    /// <summary>Posts what happened to coupled orders in Business Central on their timelines in Sales (spec/documents.md 3).</summary>
    /// <param name="preview">True to only say what would be posted.</param>
    /// <param name="observer">Hears what the run has to say.</param>
    /// <param name="cancellationToken">Stops between requests.</param>
    IAsyncEnumerable<BcDocumentResult> SendTimelinePostsAsync(
        bool preview, ISyncObserver observer, CancellationToken cancellationToken);

    /// <summary>Brings account statistics, and the payment states of invoices, of customers up to date (spec/documents.md 5.4-5.6).</summary>
    IAsyncEnumerable<BcStatisticsResult> UpdateStatisticsAsync(
        StatisticsRequest request, ISyncObserver observer, CancellationToken cancellationToken);

    /// <summary>Sends the stock of coupled items to their products (spec/documents.md 6.1).</summary>
    IAsyncEnumerable<BcSyncResult> UpdateAvailabilityAsync(
        AvailabilityRequest request, ISyncObserver observer, CancellationToken cancellationToken);

    /// <summary>Creates posted invoices of Business Central in Sales (spec/documents.md 5.1-5.3).</summary>
    IAsyncEnumerable<BcDocumentResult> PublishInvoicesAsync(
        InvoiceRequest request, ISyncObserver observer, CancellationToken cancellationToken);
}
