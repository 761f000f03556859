namespace BcSalesSync.Contracts;

/// <summary>
/// Everything about documents: quotes, orders and invoices. Sequences are lazy, results appear as soon as they exist, and a document that fails
/// never stops the others.
/// </summary>
public interface IDocumentDesk
{
    /// <summary>Documents of Sales that fit the query.</summary>
    IAsyncEnumerable<BcSalesDocument> FindAsync(DocumentQuery query, CancellationToken cancellationToken);

    /// <summary>Creates submitted orders in Business Central (spec/documents.md 1).</summary>
    IAsyncEnumerable<BcDocumentResult> ImportOrdersAsync(
        DocumentRequest request, ISyncObserver observer, CancellationToken cancellationToken);
}
