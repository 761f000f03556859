using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Invoices;

/// <summary>Turns what came of a page of invoices into one change of the state, and what people get to see.</summary>
/// <param name="job">The job so far.</param>
/// <param name="now">The time (UTC).</param>
internal sealed class InvoiceSettlement(BcSyncJob job, DateTimeOffset now)
{
    private readonly List<PendingRecord> pending = [];
    private readonly List<PendingKey> settled = [];
    private readonly List<BcSyncError> errors = [];
    private readonly List<BcDocumentResult> results = [];
    private JobCounts counts = new();

    /// <summary>What happened to the invoices.</summary>
    public IReadOnlyList<BcDocumentResult> Results => results;

    /// <summary>The job with the page's counts.</summary>
    public BcSyncJob Job => counts.AddTo(job);

    /// <summary>The change.</summary>
    public StateChange ToChange(Watermark? watermark) => new()
    {
        Pending = pending,
        Settled = settled,
        Errors = errors,
        Jobs = [Job],
        Watermarks = watermark is null ? [] : [watermark],
        Now = now,
    };

    /// <summary>Adds an invoice.</summary>
    public void Add(InvoicePlan plan)
    {
        if (plan.Failure is { } failure)
        {
            AddFailure(plan, failure);
            return;
        }

        settled.Add(new PendingKey(DocumentFamily.InvoiceMapping, SyncDirection.ToSales, plan.Invoice.Id));
        counts = plan.Action is SyncAction.Created
            ? counts with { Inserted = counts.Inserted + 1 } : counts with { Unchanged = counts.Unchanged + 1 };
        results.Add(plan.ToResult(job.RunId, null));
    }

    private void AddFailure(InvoicePlan plan, PlanFailure failure)
    {
        var next = RecoveryPolicy.Next(plan.Pending, new PendingRecord
        {
            Mapping = DocumentFamily.InvoiceMapping,
            Direction = SyncDirection.ToSales,
            SourceId = plan.Invoice.Id,
            SourceName = plan.Invoice.Number,
            Class = failure.Class,
            ErrorId = failure.ErrorId,
            Message = failure.Message,
            WaitsFor = failure.WaitsFor,
        }, now);
        pending.Add(next);
        var error = plan.ToError(failure, next, job.Id, now);
        errors.Add(error);
        counts = next.Parked ? counts with { Skipped = counts.Skipped + 1 } : counts with { Failed = counts.Failed + 1 };
        results.Add((plan with { Action = next.Parked ? SyncAction.Skipped : plan.Action }).ToResult(job.RunId, error));
    }
}
