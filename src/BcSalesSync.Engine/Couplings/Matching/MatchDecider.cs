using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Couplings.Matching;

/// <summary>
/// Decides which records and rows belong together. A pair must be unique from both sides: a row that several records look for goes to
/// none of them, whatever order they are read in. Groups are tried in turn for all records, so that a better match comes first. Pure.
/// </summary>
internal static class MatchDecider
{
    /// <summary>One result for each record, in their order.</summary>
    public static IReadOnlyList<MatchResult> Decide(IReadOnlyList<MatchRecord> records, int groups)
    {
        var decided = new MatchResult?[records.Count];
        var given = new Dictionary<Guid, MatchRecord>();
        for (var group = 0; group < groups; group++)
        {
            var open = Enumerable.Range(0, records.Count).Where(i => decided[i]?.Outcome is not MatchOutcome.Matched).ToArray();
            var rivals = open.Where(i => FreeRow(records[i], group) is not null)
                .ToLookup(i => FreeRow(records[i], group)!.Id, i => records[i]);
            foreach (var i in open)
            {
                var result = Decide(records[i], group, rivals, given);
                if (result is { Outcome: MatchOutcome.Matched } || decided[i] is null)
                    decided[i] = result;
            }

            foreach (var i in open.Where(i => decided[i]?.Outcome is MatchOutcome.Matched))
                given[decided[i]!.Row!.Id] = records[i];
        }

        return [.. records.Select((record, i) => decided[i] ?? new MatchResult(record, MatchOutcome.NoMatch, null, null))];
    }

    private static MatchRow? FreeRow(MatchRecord record, int group) =>
        record.Entries[group] is { Count: 1 } entry && entry.Rows[0].Owner is null ? entry.Rows[0] : null;

    private static MatchResult? Decide(
        MatchRecord record, int group, ILookup<Guid, MatchRecord> rivals, Dictionary<Guid, MatchRecord> given)
    {
        if (record.Entries[group] is not { Count: > 0 } entry)
            return null;
        if (entry.Count > 1)
            return new MatchResult(record, MatchOutcome.Ambiguous, entry, null);
        var row = entry.Rows[0];
        if ((row.Owner ?? given.GetValueOrDefault(row.Id)?.Label) is { } owner)
            return new MatchResult(record, MatchOutcome.Taken, entry, owner);
        return rivals[row.Id].FirstOrDefault(other => other.Id != record.Id) is { } rival
            ? new MatchResult(record, MatchOutcome.Ambiguous, entry, rival.Label)
            : new MatchResult(record, MatchOutcome.Matched, entry, null);
    }
}
