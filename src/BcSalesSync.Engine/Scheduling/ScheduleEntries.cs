using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents;
using BcSalesSync.Engine.Documents.Availability;
using BcSalesSync.Engine.Documents.Invoices;
using BcSalesSync.Engine.Documents.Notes;
using BcSalesSync.Engine.Documents.Orders;
using BcSalesSync.Engine.Documents.Orders.TwoWay;
using BcSalesSync.Engine.Documents.Statistics;
using BcSalesSync.Engine.Documents.Timeline;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Scheduling;

/// <summary>
/// Everything that runs by itself under the switches as they are: every mapping with an interval, and the jobs that go with the switches
/// (spec/documents.md 0.2, spec/engine.md 5.1).
/// </summary>
internal sealed class ScheduleEntries(EngineParts parts, MappingSet mappings)
{
    /// <summary>The job that creates submitted orders.</summary>
    public const string CreateOrders = "CREATE-ORDERS";

    /// <summary>The job that follows orders which came from Sales.</summary>
    public const string OrderStatus = OrderClosing.Job;

    /// <summary>The job that ends orders which left Business Central, where orders travel both ways.</summary>
    public const string ArchivedOrdersJob = ArchivedOrders.Job;

    /// <summary>The job that processes quotes.</summary>
    public const string ProcessQuotes = "PROCESS-QUOTES";

    /// <summary>The job that sends account statistics and payment states.</summary>
    public const string CustomerStatistics = StatisticsRun.Job;

    /// <summary>The job that sends stock that moved.</summary>
    public const string ItemAvailability = AvailabilityRun.Job;

    /// <summary>The job that sends posted invoices to Sales.</summary>
    public const string PublishInvoices = DocumentFamily.InvoiceMapping;

    private readonly MappingPrecedence precedence = new(mappings);

    /// <summary>True when a person confirmed that orders which look deleted are ended, however many those are.</summary>
    public bool IsForced { get; init; }

    /// <summary>All of it, in the order in which it runs: what others need comes first.</summary>
    public IReadOnlyList<ScheduleEntry> All => [.. Mappings(), .. Jobs()];

    private IEnumerable<ScheduleEntry> Mappings() =>
        from mapping in mappings.All
        where mapping is { Enabled: true, IntervalMinutes: > 0, IsPart: false }
        select new ScheduleEntry(
            mapping.Name,
            $"Synchronizes {mapping.BcTable} and {mapping.SalesTable}",
            mapping.IntervalMinutes,
            mapping.IdleMinutes,
            [mapping.Name],
            (observer, stop) => ConsumeAsync(
                new NowService(parts, mappings, observer).RunAsync(new SyncNowRequest { Mapping = mapping.Name }, stop), stop),
            stop => new MappingNews(parts, mappings).AnyAsync(mapping, stop),
            precedence.AllBefore(mapping.Name));

    private IEnumerable<ScheduleEntry> Jobs()
    {
        if (mappings.Setup.AutoCreateSalesOrders || IsTwoWay && mappings.Find(DocumentFamily.OrderMapping) is { Enabled: true, SyncOnlyCoupled: false })
        {
            yield return new ScheduleEntry(
                CreateOrders, "Creates submitted orders in Business Central", 30, 30, [DocumentFamily.OrderMapping, OrderNotes.Mapping],
                (observer, stop) => ConsumeAsync(new DocumentJobs(parts, mappings, observer).CreateOrdersAsync(stop), stop));
        }

        if (mappings.Setup.AutoProcessQuotes)
        {
            yield return new ScheduleEntry(
                ProcessQuotes, "Processes active and won quotes in Business Central", 30, 30, [DocumentFamily.QuoteMapping, DocumentFamily.OrderMapping],
                (observer, stop) => ConsumeAsync(new DocumentJobs(parts, mappings, observer).ProcessQuotesAsync(stop), stop));
        }

        if (mappings.Setup.ItemAvailability)
        {
            yield return new ScheduleEntry(
                ItemAvailability, "Sends stock that moved to Sales", 30, 30, [MasterFamily.ItemMapping],
                (observer, stop) => ConsumeAsync(new DocumentJobs(parts, mappings, observer).UpdateAvailabilityAsync(stop), stop));
        }

        yield return new ScheduleEntry(
            PublishInvoices, "Sends posted invoices of orders to Sales", 30, 1440, [PublishInvoices],
            (observer, stop) => ConsumeAsync(new DocumentJobs(parts, mappings, observer).PublishInvoicesAsync(stop), stop),
            stop => ChangedInvoices.AnyAsync(parts, stop));
        yield return new ScheduleEntry(
            CustomerStatistics, "Sends account statistics and payment states to Sales", 30, 30, [StatisticsRun.Job, PublishInvoices],
            (observer, stop) => ConsumeAsync(new DocumentJobs(parts, mappings, observer).UpdateStatisticsAsync(stop), stop));

        if (mappings.Setup.SalesOrderIntegration is not SalesOrderIntegration.None)
        {
            yield return new ScheduleEntry(
                OrderStatus, IsTwoWay ? "Posts on timelines of orders" : "Posts on timelines, and ends orders that were posted or deleted", 7, 7,
                [TimelineRun.Mapping, DocumentFamily.OrderMapping, PublishInvoices],
                (observer, stop) => ConsumeAsync(
                    new DocumentJobs(parts, mappings, observer) { IsForced = IsForced }.FollowOrdersAsync(stop), stop));
        }

        if (IsTwoWay)
        {
            yield return new ScheduleEntry(
                ArchivedOrdersJob, "Ends orders that were posted or deleted, with what their archive holds", 30, 30,
                [DocumentFamily.OrderMapping, TimelineRun.Mapping],
                (observer, stop) => ConsumeAsync(
                    new DocumentJobs(parts, mappings, observer) { IsForced = IsForced }.ArchiveOrdersAsync(stop), stop));
        }
    }

    private bool IsTwoWay => mappings.Setup.SalesOrderIntegration is SalesOrderIntegration.TwoWay;

    private static async Task ConsumeAsync<T>(IAsyncEnumerable<T> results, CancellationToken cancellationToken)
    {
        await foreach (var _ in results.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            // What came of each is in the log.
        }
    }
}
