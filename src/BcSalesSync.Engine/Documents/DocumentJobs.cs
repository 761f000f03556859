using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Orders;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents;

/// <summary>What is done with documents when nobody asks: only what is due, and failures are left to the log.</summary>
internal sealed class DocumentJobs(EngineParts parts, MappingSet mappings, ISyncObserver observer)
{
    /// <summary>Creates submitted orders that wait.</summary>
    public IAsyncEnumerable<BcDocumentResult> CreateOrdersAsync(CancellationToken cancellationToken) =>
        new OrderImport(parts, mappings, observer).RunAsync(new DocumentRequest(), onlyDue: true, cancellationToken);
}
