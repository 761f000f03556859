using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;
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
    private const string Table = "salesorder";
    private const string State = "statecode";
    private const string Status = "statuscode";
    private const string Day = "lastbackofficesubmit";
    private const string BcNumber = "bcbi_businesscentralordernumber";
    private const int Active = 0;
    private const int Submitted = 1;
    private const int Invoiced = 4;

    // Orders look deleted by the dozen to one who may not read them any more, or has the wrong company.
    private const int MostReopened = 10;

    /// <summary>Closes orders that are gone.</summary>
    /// <param name="gone">The orders, in pages.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    /// <exception cref="SyncException">So many look deleted at once that something else must be the matter.</exception>
    public async IAsyncEnumerable<BcDocumentResult> RunAsync(
        IReadOnlyList<IReadOnlyList<GoneOrder>> gone, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = new RunContext(parts, mappings, parts.Ids.NewId(), SyncJobType.Synchronization, new PlanPolicy(), observer);
        var pages = HeldPages.RunAsync(
            run, DocumentFamily.OrderMapping, SyncDirection.ToSales, (held, stop) => PagesAsync(held, gone, stop), cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            foreach (var result in page.Results)
                yield return result;
        }
    }

    private async IAsyncEnumerable<DocumentPage> PagesAsync(
        RunContext run, IReadOnlyList<IReadOnlyList<GoneOrder>> gone, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var deleted = gone.Sum(page => page.Count(order => order is { IsPosted: false, IsUncertain: false }));
        if (deleted > MostReopened)
            throw new SyncException(OrderErrors.TooManyGone(parts.Clock.GetUtcNow(), deleted, MostReopened));
        BcSyncJob? job = null;
        foreach (var orders in gone)
        {
            job ??= await JobLog.OpenAsync(run, DocumentFamily.OrderMapping, SyncDirection.ToSales, cancellationToken).ConfigureAwait(false);
            var page = await CloseAsync(run, job, orders).ConfigureAwait(false);
            job = page.Job;
            yield return page;
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (job is not null)
            await JobLog.CloseAsync(run, job, SyncJobStatus.Success, null).ConfigureAwait(false);
    }

    private async Task<DocumentPage> CloseAsync(RunContext run, BcSyncJob job, IReadOnlyList<GoneOrder> gone)
    {
        var rows = (await parts.Endpoints.Sales.ReadByIdAsync(
            Table, [State, Status, "ordernumber"], [.. gone.Select(order => order.Coupling.SalesId)], CancellationToken.None)
                .ConfigureAwait(false)).ToDictionary(row => row.Id);
        var schema = await parts.Endpoints.Sales.GetSchemaAsync(Table, CancellationToken.None).ConfigureAwait(false);
        GoneOrder[] told = [.. gone.Where(order => !order.IsUncertain && rows.TryGetValue(order.Coupling.SalesId, out var row) && Concerns(order, row))];
        var units = told.Select(order => Unit(order, rows[order.Coupling.SalesId], schema)).ToArray();
        var outcomes = units.Length == 0 ? []
            : await parts.Endpoints.Sales.WriteUnitsAsync(units, CancellationToken.None).ConfigureAwait(false);
        var failures = told.Zip(outcomes).Where(pair => pair.Second.Status is not (WriteStatus.Done or WriteStatus.NotFound))
            .Select(pair => (Order: pair.First, Failure: FailureOf(pair.First, pair.Second)))
            .Concat(gone.Where(order => order.IsUncertain).Select(order => (Order: order, Failure: OrderFailures.ShippedAndGone(order))))
            .ToDictionary(pair => pair.Order, pair => pair.Failure);
        var now = parts.Clock.GetUtcNow();
        var errors = failures.ToDictionary(pair => pair.Key, pair => ErrorOf(pair.Key, pair.Value, job.Id, now));
        var counts = new JobCounts
        {
            Modified = told.Count(order => !failures.ContainsKey(order)), Uncoupled = gone.Count - failures.Count, Failed = failures.Count,
        };
        var change = new StateChange
        {
            RemovedCouplings = [.. gone.Except(failures.Keys).Select(order => order.Coupling)],
            Errors = [.. errors.Values],
            Jobs = [counts.AddTo(job)],
            Now = now,
        };
        await run.State.CommitAsync(change, CancellationToken.None).ConfigureAwait(false);
        return new DocumentPage(counts.AddTo(job), [.. gone.Select(order => Result(run, order, errors.GetValueOrDefault(order)))]);
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

    private static BcSyncError ErrorOf(GoneOrder order, PlanFailure failure, Guid jobId, DateTimeOffset now) =>
        failure.ToError(now, DocumentFamily.OrderMapping) with
        {
            Direction = SyncDirection.ToSales,
            BcId = order.Coupling.BcId,
            BcNo = order.Coupling.BcNo,
            SalesId = order.Coupling.SalesId,
            SalesName = order.Coupling.SalesName,
            JobId = jobId,
        };

    private static BcDocumentResult Result(RunContext run, GoneOrder order, BcSyncError? error) => new()
    {
        Kind = DocumentKind.Order,
        SalesId = order.Coupling.SalesId,
        Number = order.Coupling.SalesName,
        BcNo = order.InvoiceNo ?? order.Coupling.BcNo,
        Action = error is null ? SyncAction.Deleted : SyncAction.Failed,
        Message = error?.Message ?? (order.IsPosted
            ? $"Business Central posted the order as invoice {order.InvoiceNo}; it is Invoiced in Sales."
            : "The order was deleted in Business Central; the seller can change it and submit it again."),
        Error = error,
        RunId = run.RunId,
    };
}
