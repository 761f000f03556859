using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Timeline;

/// <summary>Turns what came of a page of events into one change of the state.</summary>
internal sealed class TimelineSettlement(BcSyncJob job, DateTimeOffset now)
{
    private readonly PageLedger ledger = new(TimelineRun.Mapping, SyncDirection.ToSales, job, now);
    private readonly List<BcDocumentResult> results = [];

    /// <summary>The job with the page's counts.</summary>
    public BcSyncJob Job => ledger.Job;

    /// <summary>What happened to the events.</summary>
    public IReadOnlyList<BcDocumentResult> Results => results;

    /// <summary>The change.</summary>
    public StateChange ToChange(Watermark? watermark) => ledger.ToChange(watermark);

    /// <summary>Adds an event.</summary>
    public void Add(TimelineEvent told, WriteOutcome outcome, PendingRecord? before, Func<SyncAction, BcSyncError?, BcDocumentResult> result)
    {
        if (outcome.Status is WriteStatus.Done or WriteStatus.AlreadyExists)
        {
            ledger.Settle(told.Record.Id);
            if (outcome.Status is WriteStatus.AlreadyExists)
                return;
            ledger.Count(SyncAction.Created);
            results.Add(result(SyncAction.Created, null));
            return;
        }

        var failure = outcome is { Status: WriteStatus.Refused, Failure: { } refusal } ? Refused(told, refusal)
            : WriteFailures.Unsettled(SystemSide.Sales, outcome.Status, outcome.Failure);
        var (error, action) = ledger.Fail(failure, before, failure.ToError(now, TimelineRun.Mapping) with
        {
            BcId = told.Record.Id,
            BcNo = told.Order.BcNo,
            SalesId = told.Order.SalesId,
            SalesName = told.Order.SalesName,
        });
        results.Add(result(action, error));
    }

    private static PlanFailure Refused(TimelineEvent told, EndpointFailure failure) => new(
        failure.Class,
        "BcSync.Timeline.Refused",
        $"Sales refused the post '{told.Source.Text}' on order {told.Order.SalesName}: {failure.Message} ({failure.Code})",
        "Switch the timeline on for orders in Sales, and give the application the right to create posts; then run Send-BcTimelinePost.");
}
