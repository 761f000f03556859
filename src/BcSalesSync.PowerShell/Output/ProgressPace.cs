using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Output;

/// <summary>
/// Lets each bar through at most five times a second, which is as often as a console repaints, and always lets it end.
/// </summary>
internal sealed class ProgressPace(TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<int, (long Shown, BcProgress Last)> bars = [];

    /// <summary>Bars that were shown and have not ended.</summary>
    internal IReadOnlyList<BcProgress> Open => [.. bars.OrderByDescending(b => b.Key).Select(b => b.Value.Last)];

    internal bool Admits(BcProgress progress)
    {
        if (progress.Completed)
        {
            bars.Remove(progress.Id);
            return true;
        }

        if (bars.TryGetValue(progress.Id, out var bar) && clock.GetElapsedTime(bar.Shown) < Interval)
            return false;
        bars[progress.Id] = (clock.GetTimestamp(), progress);
        return true;
    }
}
