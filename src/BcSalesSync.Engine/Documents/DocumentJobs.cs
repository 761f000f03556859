using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Availability;
using BcSalesSync.Engine.Documents.Invoices;
using BcSalesSync.Engine.Documents.Orders;
using BcSalesSync.Engine.Documents.Orders.TwoWay;
using BcSalesSync.Engine.Documents.Quotes;
using BcSalesSync.Engine.Documents.Statistics;
using BcSalesSync.Engine.Documents.Timeline;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents;

/// <summary>What is done with documents when nobody asks: only what is due, and failures are left to the log.</summary>
internal sealed class DocumentJobs(EngineParts parts, MappingSet mappings, ISyncObserver observer)
{
    /// <summary>True when a person confirmed that orders which look deleted are ended, however many those are.</summary>
    public bool IsForced { get; init; }

    /// <summary>Creates submitted orders that wait.</summary>
    public IAsyncEnumerable<BcDocumentResult> CreateOrdersAsync(CancellationToken cancellationToken) =>
        new DocumentImport(parts, mappings, observer, new OrderWork(parts, mappings)).RunAsync(new DocumentRequest(), onlyDue: true, cancellationToken);

    /// <summary>Processes active and won quotes.</summary>
    public IAsyncEnumerable<BcDocumentResult> ProcessQuotesAsync(CancellationToken cancellationToken) =>
        new DocumentImport(parts, mappings, observer, new QuoteWork(parts, mappings) { OnlyOpen = true, OnlyDue = true })
            .RunAsync(new DocumentRequest(), onlyDue: true, cancellationToken);

    /// <summary>Updates the statistics of customers that are new, or whose figures may have moved.</summary>
    public IAsyncEnumerable<BcStatisticsResult> UpdateStatisticsAsync(CancellationToken cancellationToken) =>
        new StatisticsRun(parts, mappings, observer).RunMovedAsync(cancellationToken);

    /// <summary>Sends items whose stock moved.</summary>
    public IAsyncEnumerable<BcSyncResult> UpdateAvailabilityAsync(CancellationToken cancellationToken) =>
        new AvailabilityRun(parts, mappings, observer).RunMovedAsync(cancellationToken);

    /// <summary>Sends posted invoices of orders to Sales.</summary>
    public IAsyncEnumerable<BcDocumentResult> PublishInvoicesAsync(CancellationToken cancellationToken) =>
        new InvoicePublishing(parts, mappings, observer).RunChangedAsync(cancellationToken);

    /// <summary>
    /// Posts on timelines what happened to orders, and ends those that left Business Central. Which are gone is found out first, and their posts
    /// go before their couplings do, which tell whose they are; so do their invoices, where those carry no mark of their own.
    /// </summary>
    public async IAsyncEnumerable<BcDocumentResult> FollowOrdersAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var gone = new List<IReadOnlyList<GoneOrder>>();
        await foreach (var page in new GoneOrders(parts).FindAsync(cancellationToken).ConfigureAwait(false))
            gone.Add(page);
        await foreach (var result in new TimelineRun(parts, mappings, observer).RunAsync(preview: false, onlyDue: true, cancellationToken)
            .ConfigureAwait(false))
            yield return result;
        if (mappings.Setup.SalesOrderIntegration is SalesOrderIntegration.TwoWay)
            yield break;
        var tier = (await parts.Endpoints.BusinessCentral.GetFactsAsync(cancellationToken).ConfigureAwait(false)).Tier;
        if (tier < 2 && gone.Exists(page => page.Any(order => order.IsPosted)))
        {
            await foreach (var result in PublishInvoicesAsync(cancellationToken).ConfigureAwait(false))
                yield return result;
        }

        var awaited = await TimelineRun.AwaitedAsync(parts, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<GoneOrder>[] closable = [.. gone.Select(page => page.Where(order => !awaited.Contains(order.Coupling.BcNo ?? string.Empty)).ToArray())
            .Where(page => page.Length > 0)];
        await foreach (var result in new OrderClosing(parts, mappings, observer) { IsForced = IsForced }
            .RunAsync(closable, cancellationToken).ConfigureAwait(false))
            yield return result;
    }

    /// <summary>
    /// Ends orders that travel both ways and left Business Central. Their posts go before their couplings do, which tell whose they are.
    /// </summary>
    public async IAsyncEnumerable<BcDocumentResult> ArchiveOrdersAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var gone = new List<IReadOnlyList<GoneOrder>>();
        await foreach (var page in new GoneOrders(parts).FindAsync(cancellationToken).ConfigureAwait(false))
            gone.Add(page);
        if (gone.Count > 0)
        {
            await foreach (var result in new TimelineRun(parts, mappings, observer).RunAsync(preview: false, onlyDue: true, cancellationToken)
                .ConfigureAwait(false))
                yield return result;
        }

        await foreach (var result in new ArchivedOrders(parts, mappings, observer) { IsForced = IsForced }
            .RunAsync(gone, cancellationToken).ConfigureAwait(false))
            yield return result;
    }
}
