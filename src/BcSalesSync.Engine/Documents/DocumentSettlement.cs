using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Documents;

/// <summary>Turns what came of a page of documents into one change of the state, and what people get to see.</summary>
/// <param name="mapping">Mapping under which the documents are coupled.</param>
/// <param name="job">The job so far.</param>
/// <param name="now">The time (UTC).</param>
internal sealed class DocumentSettlement(string mapping, BcSyncJob job, DateTimeOffset now)
{
    private readonly PageLedger ledger = new(mapping, SyncDirection.ToBusinessCentral, job, now);
    private readonly List<BcDocumentResult> results = [];

    /// <summary>What happened to the documents.</summary>
    public IReadOnlyList<BcDocumentResult> Results => results;

    /// <summary>The job with the page's counts.</summary>
    public BcSyncJob Job => ledger.Job;

    /// <summary>The change.</summary>
    public StateChange Change => ledger.ToChange();

    /// <summary>Adds a document.</summary>
    public void Add(DocumentPlan plan)
    {
        if (plan.Failure is { } failure)
        {
            var (error, action) = ledger.Fail(failure, plan.Pending, failure.ToError(plan, mapping, now));
            results.Add((plan with { Action = action }).ToResult(job.RunId, error));
            return;
        }

        if (plan is { IsNewlyCoupled: true, Draft.LeftOut.Count: > 0 })
            ledger.Warn(DocumentRefusals.LeftOut(plan).ToError(plan, mapping, now));
        ledger.Settle(plan.Document.Id);
        ledger.Count(plan.Action);
        results.Add(plan.ToResult(job.RunId, null));
    }
}
