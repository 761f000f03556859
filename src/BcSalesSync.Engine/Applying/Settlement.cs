using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Applying;

/// <summary>What a page of settled actions means for the state, the job and the person watching.</summary>
internal sealed record Settlement
{
    /// <summary>The change of the state, without watermark, checkpoint and job.</summary>
    public required StateChange Change { get; init; }

    /// <summary>Counts to add to the job.</summary>
    public required JobCounts Counts { get; init; }

    /// <summary>Results for the person, in the order of the records.</summary>
    public required IReadOnlyList<BcSyncResult> Results { get; init; }
}
