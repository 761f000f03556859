using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Timeline;

/// <summary>Turns what came of a page of events into one change of the state.</summary>
internal sealed class TimelineSettlement(BcSyncJob job, DateTimeOffset now)
{
    private readonly List<PendingRecord> pending = [];
    private readonly List<PendingKey> settled = [];
    private readonly List<BcSyncError> errors = [];
    private readonly List<BcDocumentResult> results = [];
    private JobCounts counts = new();

    /// <summary>The job with the page's counts.</summary>
    public BcSyncJob Job => counts.AddTo(job);

    /// <summary>What happened to the events.</summary>
    public IReadOnlyList<BcDocumentResult> Results => results;

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

    /// <summary>Adds an event.</summary>
    public void Add(TimelineEvent told, WriteOutcome outcome, PendingRecord? before, Func<SyncAction, BcSyncError?, BcDocumentResult> result)
    {
        switch (outcome.Status)
        {
            case WriteStatus.Done:
                Settle(told);
                counts = counts with { Inserted = counts.Inserted + 1 };
                results.Add(result(SyncAction.Created, null));
                break;
            case WriteStatus.AlreadyExists:
                Settle(told);
                break;
            default:
                AddFailure(told, outcome, before, result);
                break;
        }
    }

    private void AddFailure(
        TimelineEvent told, WriteOutcome outcome, PendingRecord? before, Func<SyncAction, BcSyncError?, BcDocumentResult> result)
    {
        var failure = outcome is { Status: WriteStatus.Refused, Failure: { } refusal } ? Refused(told, refusal)
            : WriteFailures.Unsettled(SystemSide.Sales, outcome.Status, outcome.Failure);
        var next = RecoveryPolicy.Next(before, new PendingRecord
        {
            Mapping = TimelineRun.Mapping,
            Direction = SyncDirection.ToSales,
            SourceId = told.Record.Id,
            SourceName = told.Order.BcNo,
            Class = failure.Class,
            ErrorId = failure.ErrorId,
            Message = failure.Message,
        }, now);
        pending.Add(next);
        var error = failure.ToError(now, TimelineRun.Mapping) with
        {
            Direction = SyncDirection.ToSales,
            BcId = told.Record.Id,
            BcNo = told.Order.BcNo,
            SalesId = told.Order.SalesId,
            SalesName = told.Order.SalesName,
            Attempts = next.Attempts,
            NextTry = next.NextTry,
            JobId = job.Id,
        };
        errors.Add(error);
        counts = next.Parked ? counts with { Skipped = counts.Skipped + 1 } : counts with { Failed = counts.Failed + 1 };
        results.Add(result(next.Parked ? SyncAction.Skipped : SyncAction.Failed, error));
    }

    private static PlanFailure Refused(TimelineEvent told, EndpointFailure failure) => new(
        failure.Class,
        "BcSync.Timeline.Refused",
        $"Sales refused the post '{told.Source.Text}' on order {told.Order.SalesName}: {failure.Message} ({failure.Code})",
        "Switch the timeline on for orders in Sales, and give the application the right to create posts; then run Send-BcTimelinePost.");

    private void Settle(TimelineEvent told) => settled.Add(new PendingKey(TimelineRun.Mapping, SyncDirection.ToSales, told.Record.Id));
}
