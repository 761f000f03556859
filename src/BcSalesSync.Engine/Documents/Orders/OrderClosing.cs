using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;
using BcSalesSync.Engine.Couplings;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;
using BcSalesSync.Engine.Runs;
using BcSalesSync.Engine.Runs.Passes;

namespace BcSalesSync.Engine.Documents.Orders;

/// <summary>
/// Ends the couplings of orders that left Business Central: one that was posted becomes Invoiced in Sales, one that was deleted goes back to
/// the seller, who can submit it again (spec/documents.md 1.14, 2.4).
/// </summary>
internal sealed class OrderClosing(EngineParts parts, MappingSet mappings, ISyncObserver observer)
{
    /// <summary>Name under which it is remembered which orders could not be closed, and when they are tried again.</summary>
    public const string Pending = OrderEndingNames.Closing;

    /// <summary>Entry of the schedule that does it.</summary>
    public const string Job = "ORDER-STATUS";

    private const string Table = "salesorder";
    private const string State = "statecode";
    private const string Status = "statuscode";
    private const string Day = "lastbackofficesubmit";
    private const string BcNumber = "bcbi_businesscentralordernumber";
    private const int Active = 0;
    private const int Submitted = 1;
    private const int Invoiced = 4;

    /// <summary>True when a person confirmed that orders which look deleted are ended, however many those are.</summary>
    public bool IsForced { get; init; }

    /// <summary>Closes orders that are gone.</summary>
    /// <param name="gone">The orders, in pages.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    /// <exception cref="SyncException">So many look deleted at once that something else must be the matter.</exception>
    public IAsyncEnumerable<BcDocumentResult> RunAsync(IReadOnlyList<IReadOnlyList<GoneOrder>> gone, CancellationToken cancellationToken)
    {
        var run = new RunContext(parts, mappings, parts.Ids.NewId(), SyncJobType.Synchronization, new PlanPolicy(), observer);
        return HeldPages.RunAsync(
            run, DocumentFamily.OrderMapping, SyncDirection.ToSales, (held, stop) => PagesAsync(held, gone, stop), cancellationToken)
                .ResultsAsync(cancellationToken);
    }

    private async IAsyncEnumerable<JobPage<BcDocumentResult>> PagesAsync(
        RunContext run, IReadOnlyList<IReadOnlyList<GoneOrder>> gone, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var guard = new GoneOrderGuard(run, Job, IsForced);
        BcSyncJob? job = null;
        foreach (var orders in guard.Admit(gone))
        {
            job ??= await JobLog.OpenAsync(run, DocumentFamily.OrderMapping, SyncDirection.ToSales, cancellationToken)
                .ConfigureAwait(false);
            var page = await CloseAsync(run, job, orders).ConfigureAwait(false);
            job = page.Job;
            yield return page;
            cancellationToken.ThrowIfCancellationRequested();
        }

        await guard.CheckAsync(gone, cancellationToken).ConfigureAwait(false);
        if (job is not null)
            await JobLog.CloseAsync(run, job, SyncJobStatus.Success, null).ConfigureAwait(false);
    }

    private async Task<JobPage<BcDocumentResult>> CloseAsync(RunContext run, BcSyncJob job, IReadOnlyList<GoneOrder> gone)
    {
        var before = (await run.State.Pending
            .FindAsync(Pending, SyncDirection.ToSales, [.. gone.Select(order => order.Coupling.BcId)], CancellationToken.None).ConfigureAwait(false))
                .ToDictionary(record => record.SourceId);
        var now = parts.Clock.GetUtcNow();
        GoneOrder[] due =
        [
            .. gone.Where(order => DueDocuments.IsDue(
                before.GetValueOrDefault(order.Coupling.BcId), order.IsUncertain ? OrderFailures.Uncertain(order) : null, now)),
        ];
        var rows = (await parts.Endpoints.Sales.ReadByIdAsync(
            Table, [State, Status, "ordernumber"], [.. due.Select(order => order.Coupling.SalesId)], CancellationToken.None)
                .ConfigureAwait(false)).ToDictionary(row => row.Id);
        var schema = await parts.Endpoints.Sales.GetSchemaAsync(Table, CancellationToken.None).ConfigureAwait(false);
        GoneOrder[] told = [.. due.Where(order => !order.IsUncertain && rows.TryGetValue(order.Coupling.SalesId, out var row) && Concerns(order, row))];
        var units = told.Select(order => Unit(order, rows[order.Coupling.SalesId], schema)).ToArray();
        var outcomes = units.Length == 0 ? []
            : await run.Endpoints.Sales.WriteUnitsAsync(units, CancellationToken.None).ConfigureAwait(false);
        var left = told.Zip(outcomes).Where(pair => pair.Second.Status is WriteStatus.NotFound).Select(pair => pair.First);
        var failures = told.Zip(outcomes).Where(pair => pair.Second.Status is not (WriteStatus.Done or WriteStatus.NotFound))
            .Select(pair => (Order: pair.First, Failure: FailureOf(pair.First, pair.Second)))
            .Concat(due.Where(order => order.IsUncertain).Select(order => (Order: order, Failure: OrderFailures.Uncertain(order))))
            .ToDictionary(pair => pair.Order, pair => pair.Failure);
        return await SettleAsync(run, job, due, [.. told.Except(left)], failures, before).ConfigureAwait(false);
    }

    private async Task<JobPage<BcDocumentResult>> SettleAsync(
        RunContext run, BcSyncJob job, GoneOrder[] gone, GoneOrder[] told, Dictionary<GoneOrder, PlanFailure> failures,
            Dictionary<Guid, PendingRecord> before)
    {
        var now = parts.Clock.GetUtcNow();
        var ledger = new PageLedger(Pending, SyncDirection.ToSales, job, now);
        var results = new List<BcDocumentResult>();
        foreach (var order in gone)
        {
            BcSyncError? error = null;
            if (failures.TryGetValue(order, out var failure))
            {
                // Sales has to be told one day: what it refuses comes again with growing pauses, and what only a person can end is said once.
                var remembered = order.IsUncertain ? failure : failure with { Class = FailureClass.Transient };
                (error, _) = ledger.Fail(remembered, before.GetValueOrDefault(order.Coupling.BcId), ErrorOf(order, failure, now));
            }
            else
                ledger.Settle(order.Coupling.BcId);
            results.Add(Result(run, order, told.Contains(order), error));
        }

        var counts = new JobCounts { Modified = told.Count(order => !failures.ContainsKey(order)), Uncoupled = gone.Length - failures.Count };
        var change = ledger.ToChange() with
        {
            RemovedCouplings = [.. gone.Where(order => !failures.ContainsKey(order)).Select(order => order.Coupling)], Jobs = [counts.AddTo(ledger.Job)],
        };
        await run.State.CommitAsync(change, CancellationToken.None).ConfigureAwait(false);
        return new JobPage<BcDocumentResult>(counts.AddTo(ledger.Job), results);
    }

    // An order that was canceled or fulfilled in Sales goes back to nobody.
    private static bool Concerns(GoneOrder order, Record row) => order.IsPosted
        ? row[State].AsNumber() is not Invoiced : row[State].AsNumber() is Active or Submitted;

    private static WriteUnit Unit(GoneOrder order, Record row, TableSchema? schema)
    {
        if (order.IsPosted)
            return new WriteUnit([Step(order, row.ETag, [new(State, FieldValue.Number(Invoiced)), new(Status, FieldValue.Number(100003))])]);
        return new WriteUnit(
        [
            Step(order, row.ETag, [new(State, FieldValue.Number(0)), new(Status, FieldValue.Number(2))]),
            Step(order, null, [.. new[] { Day, BcNumber }.Where(column => schema?.Columns.ContainsKey(column) is true)
                .Select(column => new KeyValuePair<string, FieldValue>(column, FieldValue.Empty))]),
        ]);
    }

    private static UnitWrite Step(GoneOrder order, string? token, IReadOnlyList<KeyValuePair<string, FieldValue>> values) =>
        new(Table, new RecordWrite { Kind = WriteKind.Update, Id = order.Coupling.SalesId, Values = values, IfMatch = token });

    private static PlanFailure FailureOf(GoneOrder order, UnitOutcome outcome) => outcome is { Status: WriteStatus.Refused, Failure: { } refusal }
        ? OrderFailures.CloseRefused(order.Coupling.SalesName ?? order.Coupling.SalesId.ToString(), order.IsPosted, refusal)
        : WriteFailures.Unsettled(SystemSide.Sales, outcome.Status, outcome.Failure);

    private static BcSyncError ErrorOf(GoneOrder order, PlanFailure failure, DateTimeOffset now) =>
        failure.ToError(now, DocumentFamily.OrderMapping) with
        {
            Direction = SyncDirection.ToSales,
            BcId = order.Coupling.BcId,
            BcNo = order.Coupling.BcNo,
            SalesId = order.Coupling.SalesId,
            SalesName = order.Coupling.SalesName,
        };

    private static BcDocumentResult Result(RunContext run, GoneOrder order, bool isTold, BcSyncError? error) => new()
    {
        Kind = DocumentKind.Order,
        SalesId = order.Coupling.SalesId,
        Number = order.Coupling.SalesName,
        BcNo = order.InvoiceNo ?? order.Coupling.BcNo,
        Action = error is null ? SyncAction.Deleted : SyncAction.Failed,
        Message = error?.Message ?? MessageOf(order, isTold),
        Error = error,
        RunId = run.RunId,
    };

    private static string MessageOf(GoneOrder order, bool isTold) => (order.IsPosted, isTold) switch
    {
        (true, true) => $"Business Central posted the order as invoice {order.InvoiceNo}; it is Invoiced in Sales.",
        (true, false) =>
            $"Business Central posted the order as invoice {order.InvoiceNo}; Sales was not told, as it is ended or deleted there already.",
        (false, true) => "The order was deleted in Business Central; the seller can change it and submit it again.",
        (false, false) => "The order was deleted in Business Central; Sales was not told, as it is ended or deleted there already.",
    };
}
