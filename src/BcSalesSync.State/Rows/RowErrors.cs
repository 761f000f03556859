using BcSalesSync.Contracts;

namespace BcSalesSync.State.Rows;

/// <summary>Why a row of the state cannot be used.</summary>
internal static class RowErrors
{
    /// <summary>Something outside the product changed what was kept of a coupling.</summary>
    public static SyncException Damaged(string mapping, Guid bcId, Exception cause) => new(
        new BcSyncError
        {
            Time = default,
            Class = FailureClass.Fatal,
            ErrorId = "BcSync.State.DamagedCoupling",
            Message = $"The state holds a coupling of mapping {mapping} whose values cannot be read (BcId {bcId}): {cause.Message}",
            RecommendedAction = $"Restore the state from a backup, or couple the two records anew: Get-BcCoupling -Mapping '{mapping}' -BcId {bcId} | Remove-BcCoupling, "
                + "then New-BcCoupling.",
            Mapping = mapping,
            BcId = bcId,
        },
        cause);
}
