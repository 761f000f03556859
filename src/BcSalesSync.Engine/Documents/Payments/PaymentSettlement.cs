using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Payments;

/// <summary>Turns what came of the payment states of a page of invoices into one change of the state.</summary>
internal sealed class PaymentSettlement(BcSyncJob job, DateTimeOffset now)
{
    /// <summary>Name under which states that could not be written are remembered, apart from invoices that could not be sent.</summary>
    public const string Pending = "INVOICE-PAYMENT";

    private readonly List<PendingRecord> pending = [];
    private readonly List<PendingKey> settled = [];
    private readonly List<BcSyncError> errors = [];
    private readonly List<string> customers = [];
    private JobCounts counts = new();

    /// <summary>The job with the page's counts.</summary>
    public BcSyncJob Job => counts.AddTo(job);

    /// <summary>Numbers of the customers of invoices that changed, one an invoice.</summary>
    public IReadOnlyList<string> Customers => customers;

    /// <summary>The change.</summary>
    public StateChange Change => new() { Pending = pending, Settled = settled, Errors = errors, Jobs = [Job], Now = now };

    /// <summary>Adds an invoice; one that is gone on either side is passed over.</summary>
    public void Add(PaymentChange change, PendingRecord? before)
    {
        if (change.Status is null or WriteStatus.Done or WriteStatus.NotFound)
        {
            if (before is not null)
                settled.Add(new PendingKey(Pending, SyncDirection.ToSales, change.Coupling.BcId));
            Count(change);
            return;
        }

        AddFailure(change, before);
    }

    private void Count(PaymentChange change)
    {
        if (change.Status is WriteStatus.Done)
        {
            counts = counts with { Modified = counts.Modified + 1 };
            customers.Add(change.Invoice!["customerNumber"].ToString());
        }
        else
        {
            counts = change.Wanted is null || change.Status is WriteStatus.NotFound
                ? counts with { Skipped = counts.Skipped + 1 } : counts with { Unchanged = counts.Unchanged + 1 };
        }
    }

    private void AddFailure(PaymentChange change, PendingRecord? before)
    {
        var failure = change is { Status: WriteStatus.Refused, Failure: { } refusal } ? Refused(change, refusal)
            : WriteFailures.Unsettled(SystemSide.Sales, change.Status!.Value, change.Failure);
        var next = RecoveryPolicy.Next(before, new PendingRecord
        {
            Mapping = Pending,
            Direction = SyncDirection.ToSales,
            SourceId = change.Coupling.BcId,
            SourceName = change.Coupling.BcNo,
            Class = failure.Class,
            ErrorId = failure.ErrorId,
            Message = failure.Message,
        }, now);
        pending.Add(next);
        errors.Add(failure.ToError(now, DocumentFamily.InvoiceMapping) with
        {
            Direction = SyncDirection.ToSales,
            BcId = change.Coupling.BcId,
            BcNo = change.Coupling.BcNo,
            SalesId = change.Coupling.SalesId,
            SalesName = change.Coupling.SalesName,
            Attempts = next.Attempts,
            NextTry = next.NextTry,
            JobId = job.Id,
        });
        counts = next.Parked ? counts with { Skipped = counts.Skipped + 1 } : counts with { Failed = counts.Failed + 1 };
    }

    private static PlanFailure Refused(PaymentChange change, EndpointFailure failure) => new(
        failure.Class,
        "BcSync.Invoice.StateRefused",
        $"Sales refused the payment state of invoice {change.Coupling.BcNo}: {failure.Message} ({failure.Code})",
        "Correct what the message names, or give the application the right to change invoices in Sales; "
            + $"then run Update-BcAccountStatistics -BcNo '{change.Invoice!["customerNumber"]}'.");
}
