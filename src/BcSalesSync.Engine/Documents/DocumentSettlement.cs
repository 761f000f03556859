using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents;

/// <summary>Turns what came of a page of documents into one change of the state, and what people get to see.</summary>
/// <param name="mapping">Mapping under which the documents are coupled.</param>
/// <param name="job">The job so far.</param>
/// <param name="now">The time (UTC).</param>
internal sealed class DocumentSettlement(string mapping, BcSyncJob job, DateTimeOffset now)
{
    private readonly List<PendingRecord> pending = [];
    private readonly List<PendingKey> settled = [];
    private readonly List<BcSyncError> errors = [];
    private readonly List<BcDocumentResult> results = [];
    private JobCounts counts = new();

    /// <summary>What happened to the documents.</summary>
    public IReadOnlyList<BcDocumentResult> Results => results;

    /// <summary>The job with the page's counts.</summary>
    public BcSyncJob Job => counts.AddTo(job);

    /// <summary>The change.</summary>
    public StateChange Change => new()
    {
        Pending = pending,
        Settled = settled,
        Errors = errors,
        Jobs = [Job],
        Now = now,
    };

    /// <summary>Adds a document.</summary>
    public void Add(DocumentPlan plan)
    {
        if (plan.Failure is { } failure)
            AddFailure(plan, failure);
        else
            AddSuccess(plan);
    }

    private void AddSuccess(DocumentPlan plan)
    {
        settled.Add(Key(plan));
        counts = plan.Action switch
        {
            SyncAction.Created => counts with { Inserted = counts.Inserted + 1 },
            SyncAction.Updated => counts with { Modified = counts.Modified + 1 },
            SyncAction.Skipped => counts with { Skipped = counts.Skipped + 1 },
            _ => counts with { Unchanged = counts.Unchanged + 1 },
        };
        results.Add(plan.ToResult(job.RunId, null));
    }

    private void AddFailure(DocumentPlan plan, PlanFailure failure)
    {
        var next = RecoveryPolicy.Next(plan.Pending, new PendingRecord
        {
            Mapping = mapping,
            Direction = SyncDirection.ToBusinessCentral,
            SourceId = plan.Document.Id,
            SourceName = plan.Document.Number,
            Class = failure.Class,
            ErrorId = failure.ErrorId,
            Message = failure.Message,
            WaitsFor = failure.WaitsFor,
        }, now);
        pending.Add(next);
        var error = failure.ToError(plan, mapping, next, job.Id, now);
        errors.Add(error);
        counts = next.Parked ? counts with { Skipped = counts.Skipped + 1 } : counts with { Failed = counts.Failed + 1 };
        results.Add((plan with { Action = next.Parked ? SyncAction.Skipped : plan.Action }).ToResult(job.RunId, error));
    }

    private PendingKey Key(DocumentPlan plan) => new(mapping, SyncDirection.ToBusinessCentral, plan.Document.Id);
}
