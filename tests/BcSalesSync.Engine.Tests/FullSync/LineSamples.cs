using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Tests.FullSync;

/// <summary>Lines of a review for tests.</summary>
internal static class LineSamples
{
    public static BcFullSyncLine Line(string mapping, FullSyncStatus status, params string[] dependsOn) => new()
    {
        Mapping = mapping,
        DependsOn = dependsOn,
        Recommendation = FullSyncRecommendation.FullSync,
        Status = status,
        ToSalesStatus = SyncOutcome.None,
        ToBusinessCentralStatus = SyncOutcome.None,
    };
}
