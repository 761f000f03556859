using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents;

/// <summary>Shows failures of documents to people.</summary>
internal static class DocumentFailureView
{
    /// <summary>A failure as an error that names its document.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="plan">The document.</param>
    /// <param name="mapping">Mapping under which it is coupled.</param>
    /// <param name="next">When it is taken up again; null when nothing is remembered.</param>
    /// <param name="jobId">Job that logs it; null when none does.</param>
    /// <param name="now">The time (UTC).</param>
    public static BcSyncError ToError(
        this PlanFailure failure, DocumentPlan plan, string mapping, PendingRecord? next, Guid? jobId, DateTimeOffset now) => new()
    {
        Time = now,
        Mapping = mapping,
        Direction = SyncDirection.ToBusinessCentral,
        BcId = plan.Coupling?.BcId,
        BcNo = plan.BcNo,
        SalesId = plan.Document.Id,
        SalesName = plan.Document.Number,
        Class = failure.Class,
        ErrorId = failure.ErrorId,
        Message = failure.Message,
        RecommendedAction = failure.RecommendedAction,
        Attempts = next?.Attempts ?? 1,
        NextTry = next?.NextTry,
        JobId = jobId,
    };
}
