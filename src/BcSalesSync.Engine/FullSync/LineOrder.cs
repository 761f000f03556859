using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.FullSync;

/// <summary>
/// Which line comes next: one whose dependencies, as far as they are among the lines, are done (spec/engine.md 4.2). Pure.
/// </summary>
internal static class LineOrder
{
    /// <summary>
    /// The next line to run beside those under way; null when none can. A line comes after others that it finds better done, as long as one of
    /// these runs or can run. Choices are edited by one line at a time: Sales lets nobody change its tables while another does.
    /// </summary>
    /// <param name="lines">All lines, in the order of runs.</param>
    /// <param name="underWay">Names of the mappings whose lines are under way.</param>
    /// <param name="mappings">All mappings, among the lines or not.</param>
    public static BcFullSyncLine? Next(IReadOnlyList<BcFullSyncLine> lines, IReadOnlyCollection<string> underWay, MappingSet mappings)
    {
        var ready = lines.Where(line => IsOpen(line) && !underWay.Contains(line.Mapping) && !Blockers(line, lines).Any()).ToArray();
        var coming = ready.Select(line => line.Mapping).Concat(underWay).ToArray();
        var precedence = new MappingPrecedence(mappings);
        var editsChoices = underWay.Any(IsOption);
        var next = ready.FirstOrDefault(line => !(editsChoices && IsOption(line.Mapping))
            && !coming.Any(other => other != line.Mapping && precedence.ComesBefore(other, line.Mapping)));
        // Rules that contradict each other, as mappings of one's own may make them, hold nothing up.
        return next ?? (underWay.Count == 0 ? ready.FirstOrDefault() : null);

        bool IsOption(string name) => mappings.Find(name) is { IsOptionMapping: true };
    }

    /// <summary>Lines that have to be done before a line.</summary>
    public static IEnumerable<BcFullSyncLine> Blockers(BcFullSyncLine line, IReadOnlyList<BcFullSyncLine> lines) => lines.Where(other =>
        other.Mapping != line.Mapping && line.DependsOn.Contains(other.Mapping) && other.Status is not FullSyncStatus.Finished);

    /// <summary>True when a line still has to run.</summary>
    public static bool IsOpen(BcFullSyncLine line) =>
        line.Status is FullSyncStatus.NotStarted or FullSyncStatus.Waiting or FullSyncStatus.Stopped or FullSyncStatus.Running;
}
