namespace BcSalesSync.Contracts;

/// <summary>What was removed from the log.</summary>
public sealed record BcClearedJobs
{
    /// <summary>Jobs removed.</summary>
    public int Jobs { get; init; }

    /// <summary>Errors removed with them.</summary>
    public int Errors { get; init; }

    /// <summary>Values written over that were kept with these jobs and are removed with them, see <see cref="BcOverwrittenValue"/>.</summary>
    public int OverwrittenValues { get; init; }

    /// <summary>Jobs old enough that stay, because skipped couplings refer to them (spec/engine.md 6).</summary>
    public int Kept { get; init; }
}
