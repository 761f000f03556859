using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Documents.Invoices;

/// <summary>Turns what came of a page of invoices into one change of the state, and what people get to see.</summary>
/// <param name="job">The job so far.</param>
/// <param name="now">The time (UTC).</param>
internal sealed class InvoiceSettlement(BcSyncJob job, DateTimeOffset now)
{
    private readonly PageLedger ledger = new(DocumentFamily.InvoiceMapping, SyncDirection.ToSales, job, now);
    private readonly List<BcDocumentResult> results = [];

    /// <summary>What happened to the invoices.</summary>
    public IReadOnlyList<BcDocumentResult> Results => results;

    /// <summary>The job with the page's counts.</summary>
    public BcSyncJob Job => ledger.Job;

    /// <summary>The change.</summary>
    public StateChange ToChange(Watermark? watermark) => ledger.ToChange(watermark);

    /// <summary>Adds an invoice.</summary>
    public void Add(InvoicePlan plan)
    {
        if (plan.Failure is { } failure)
        {
            var (error, action) = ledger.Fail(failure, plan.Pending, plan.ToError(failure, now));
            results.Add((plan with { Action = action }).ToResult(job.RunId, error));
            return;
        }

        ledger.Settle(plan.Invoice.Id);
        ledger.Count(plan.Action);
        results.Add(plan.ToResult(job.RunId, null));
    }
}
