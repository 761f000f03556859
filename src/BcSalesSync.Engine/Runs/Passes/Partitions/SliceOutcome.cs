using System.Text.Json;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;

namespace BcSalesSync.Engine.Runs.Passes.Partitions;

/// <summary>How a slice ended, as text.</summary>
/// <param name="JobId">The job that is to count them.</param>
/// <param name="Counts">What became of its records.</param>
/// <param name="Problem">Why a whole call was refused; null when none was.</param>
internal sealed record SliceOutcome(Guid JobId, JobCounts Counts, BcSyncError? Problem)
{
    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    public static SliceOutcome Of(string text) => JsonSerializer.Deserialize<SliceOutcome>(text)!;

    /// <summary>The outcome as text.</summary>
    public string ToText() => JsonSerializer.Serialize(this);
}
