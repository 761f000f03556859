using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.FullSync;

/// <summary>
/// Which line comes next: one whose dependencies, as far as they are among the lines, are done (spec/engine.md 4.2). Pure.
/// </summary>
internal static class LineOrder
{
    /// <summary>The next line to run; null when none can.</summary>
    public static BcFullSyncLine? Next(IReadOnlyList<BcFullSyncLine> lines) =>
        lines.FirstOrDefault(line => IsOpen(line) && !Blockers(line, lines).Any());

    /// <summary>Lines that have to be done before a line.</summary>
    public static IEnumerable<BcFullSyncLine> Blockers(BcFullSyncLine line, IReadOnlyList<BcFullSyncLine> lines) => lines.Where(other =>
        other.Mapping != line.Mapping && line.DependsOn.Contains(other.Mapping) && other.Status is not FullSyncStatus.Finished);

    /// <summary>True when a line still has to run.</summary>
    public static bool IsOpen(BcFullSyncLine line) =>
        line.Status is FullSyncStatus.NotStarted or FullSyncStatus.Waiting or FullSyncStatus.Stopped or FullSyncStatus.Running;
}
