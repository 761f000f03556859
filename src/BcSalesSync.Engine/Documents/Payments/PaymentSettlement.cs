using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Payments;

/// <summary>Turns what came of the payment states of a page of invoices into one change of the state.</summary>
internal sealed class PaymentSettlement(BcSyncJob job, DateTimeOffset now)
{
    /// <summary>Name under which states that could not be written are remembered, apart from invoices that could not be sent.</summary>
    public const string Pending = "INVOICE-PAYMENT";

    private readonly PageLedger ledger = new(Pending, SyncDirection.ToSales, job, now);
    private readonly List<string> customers = [];

    /// <summary>The job with the page's counts.</summary>
    public BcSyncJob Job => ledger.Job;

    /// <summary>Numbers of the customers of invoices that changed, one an invoice.</summary>
    public IReadOnlyList<string> Customers => customers;

    /// <summary>The change.</summary>
    public StateChange Change => ledger.ToChange();

    /// <summary>Adds an invoice; one that is gone on either side is passed over.</summary>
    public void Add(PaymentChange change, PendingRecord? before)
    {
        if (change.Status is { } status and not (WriteStatus.Done or WriteStatus.NotFound))
        {
            var failure = change is { Status: WriteStatus.Refused, Failure: { } refusal } ? Refused(change, refusal)
                : WriteFailures.Unsettled(SystemSide.Sales, status, change.Failure);
            ledger.Fail(failure, before, failure.ToError(now, DocumentFamily.InvoiceMapping) with
            {
                BcId = change.Coupling.BcId,
                BcNo = change.Coupling.BcNo,
                SalesId = change.Coupling.SalesId,
                SalesName = change.Coupling.SalesName,
            });
            return;
        }

        if (before is not null)
            ledger.Settle(change.Coupling.BcId);
        if (change.Status is WriteStatus.Done)
            customers.Add(change.Invoice!["customerNumber"].ToString());
        ledger.Count(change switch
        {
            { Status: WriteStatus.Done } => SyncAction.Updated,
            { Wanted: null } or { Status: WriteStatus.NotFound } => SyncAction.Skipped,
            _ => SyncAction.Unchanged,
        });
    }

    private static PlanFailure Refused(PaymentChange change, EndpointFailure failure) => new(
        failure.Class,
        "BcSync.Invoice.StateRefused",
        $"Sales refused the payment state of invoice {change.Coupling.BcNo}: {failure.Message} ({failure.Code})",
        "Correct what the message names, or give the application the right to change invoices in Sales; "
            + $"then run Update-BcAccountStatistics -BcNo '{change.Invoice!["customerNumber"]}'.");
}
