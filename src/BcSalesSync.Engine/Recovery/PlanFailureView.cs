using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;

namespace BcSalesSync.Engine.Recovery;

/// <summary>Shows failures of plans to people.</summary>
internal static class PlanFailureView
{
    /// <summary>The failure as an error, of the first attempt.</summary>
    public static BcSyncError ToError(this PlanFailure failure, DateTimeOffset now, string mapping) =>
        ErrorCatalog.Create(now, failure.ErrorId, failure.Class, failure.Message, failure.RecommendedAction) with
        {
            Mapping = mapping, Attempts = 1,
        };
}
