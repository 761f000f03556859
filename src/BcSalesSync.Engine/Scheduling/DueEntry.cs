namespace BcSalesSync.Engine.Scheduling;

/// <summary>An entry that is due.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="CutOff">When the time was used up while it ran (UTC); null when its last run came to its end.</param>
internal sealed record DueEntry(ScheduleEntry Entry, DateTimeOffset? CutOff)
{
    /// <summary>
    /// The order in which entries run. What used up the time comes last, so that it does not take the others' turn again and again; what finds it
    /// better done waits with it, and follows it.
    /// </summary>
    /// <param name="due">The entries, those that others need first.</param>
    public static IReadOnlyList<ScheduleEntry> InOrder(IReadOnlyCollection<DueEntry> due)
    {
        var cut = due.Where(entry => entry.CutOff is not null).ToArray();
        return [.. due.OrderBy(LastCut).Select(entry => entry.Entry)];

        DateTimeOffset LastCut(DueEntry entry) => cut
            .Where(other => other == entry || entry.Entry.ComesAfter(other.Entry))
            .Select(other => other.CutOff!.Value)
            .DefaultIfEmpty(DateTimeOffset.MinValue)
            .Max();
    }
}
