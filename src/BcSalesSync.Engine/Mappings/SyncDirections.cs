using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Mappings;

/// <summary>How directions of tables and fields go together.</summary>
public static class SyncDirections
{
    /// <summary>The directions both allow; null when there is none in common.</summary>
    public static SyncDirection? Overlap(SyncDirection first, SyncDirection second)
    {
        if (first == second || second is SyncDirection.Both)
            return first;
        return first is SyncDirection.Both ? second : null;
    }

    /// <summary>True when a pass in one direction is among those allowed.</summary>
    public static bool Includes(this SyncDirection allowed, SyncDirection pass) => allowed is SyncDirection.Both || allowed == pass;

    /// <summary>The passes of a direction, in the order in which they run: to Sales first (spec/mappings.md 1.5).</summary>
    public static IReadOnlyList<SyncDirection> Passes(this SyncDirection direction) =>
        direction is SyncDirection.Both ? [SyncDirection.ToSales, SyncDirection.ToBusinessCentral] : [direction];
}
