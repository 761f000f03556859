using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents;

/// <summary>
/// What came of the records of a page: the failures with their next try, what is settled, and the counts. Becomes one change of the state.
/// </summary>
/// <param name="name">Name under which failures are remembered until they are settled.</param>
/// <param name="direction">Direction of the job.</param>
/// <param name="job">The job so far.</param>
/// <param name="now">The time (UTC).</param>
internal sealed class PageLedger(string name, SyncDirection direction, BcSyncJob job, DateTimeOffset now)
{
    private readonly List<PendingRecord> pending = [];
    private readonly List<PendingKey> settled = [];
    private readonly List<BcSyncError> errors = [];
    private JobCounts counts = new();

    /// <summary>The job with the page's counts.</summary>
    public BcSyncJob Job => counts.AddTo(job);

    /// <summary>The change.</summary>
    /// <param name="watermark">Where to go on next time; null when that stays as it is.</param>
    public StateChange ToChange(Watermark? watermark = null) => new()
    {
        Pending = pending,
        Settled = settled,
        Errors = errors,
        Jobs = [Job],
        Watermarks = watermark is null ? [] : [watermark],
        Now = now,
    };

    /// <summary>Forgets earlier trouble with a record.</summary>
    public void Settle(Guid sourceId) => settled.Add(new PendingKey(name, direction, sourceId));

    /// <summary>Logs what is missing of a record that did not fail.</summary>
    public void Warn(BcSyncError error) => errors.Add(error with { Direction = direction, JobId = job.Id });

    /// <summary>Counts a record that did not fail.</summary>
    public void Count(SyncAction action) => counts = action switch
    {
        SyncAction.Created => counts with { Inserted = counts.Inserted + 1 },
        SyncAction.Updated => counts with { Modified = counts.Modified + 1 },
        SyncAction.Skipped => counts with { Skipped = counts.Skipped + 1 },
        _ => counts with { Unchanged = counts.Unchanged + 1 },
    };

    /// <summary>Remembers a failure, and counts it: as skipped once it is left to a person.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="before">What is remembered of earlier failures of the record; null when nothing is.</param>
    /// <param name="named">The failure as an error that names the record on both sides.</param>
    /// <returns>The error with its next try, and what people see as done.</returns>
    public (BcSyncError Error, SyncAction Action) Fail(PlanFailure failure, PendingRecord? before, BcSyncError named)
    {
        var next = RecoveryPolicy.Next(before, new PendingRecord
        {
            Mapping = name,
            Direction = direction,
            SourceId = (direction is SyncDirection.ToSales ? named.BcId : named.SalesId)!.Value,
            SourceName = direction is SyncDirection.ToSales ? named.BcNo : named.SalesName,
            Class = failure.Class,
            ErrorId = failure.ErrorId,
            Message = failure.Message,
            WaitsFor = failure.WaitsFor,
        }, now);
        pending.Add(next);
        var error = named with { Direction = direction, Attempts = next.Attempts, NextTry = next.NextTry, JobId = job.Id };
        errors.Add(error);
        counts = next.Parked ? counts with { Skipped = counts.Skipped + 1 } : counts with { Failed = counts.Failed + 1 };
        return (error, next.Parked ? SyncAction.Skipped : SyncAction.Failed);
    }
}
