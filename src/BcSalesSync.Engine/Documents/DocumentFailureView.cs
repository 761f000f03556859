using BcSalesSync.Contracts;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents;

/// <summary>Shows failures of documents to people.</summary>
internal static class DocumentFailureView
{
    /// <summary>A failure as an error that names its document.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="plan">The document.</param>
    /// <param name="mapping">Mapping under which it is coupled.</param>
    /// <param name="now">The time (UTC).</param>
    public static BcSyncError ToError(this PlanFailure failure, DocumentPlan plan, string mapping, DateTimeOffset now) =>
        failure.ToError(now, mapping) with
        {
            Direction = SyncDirection.ToBusinessCentral,
            BcId = plan.Coupling?.BcId,
            BcNo = plan.BcNo,
            SalesId = plan.Document.Id,
            SalesName = plan.Document.Number,
        };
}
