namespace BcSalesSync.Engine.Couplings.Matching;

/// <summary>
/// The uncoupled records of Business Central by what they look for. Rows of Sales are held against it as they are read and forgotten
/// when they fit nothing, so that memory holds one small entry for each uncoupled record and each row that fits, never whole records.
/// </summary>
internal sealed class MatchIndex
{
    private readonly Dictionary<MatchKey, MatchEntry> entries = [];
    private readonly HashSet<(int Group, string Shape)> shapes = [];
    private readonly Dictionary<Guid, MatchRecord> records = [];

    /// <summary>The records, in the order of their numbers.</summary>
    public IReadOnlyList<MatchRecord> Records =>
        [.. records.Values.OrderBy(record => record.No, StringComparer.OrdinalIgnoreCase).ThenBy(record => record.Id)];

    /// <summary>Adds a record with its values: for each group one for each criterion, or null where it cannot match.</summary>
    public void Add(Guid id, string? number, string? name, IReadOnlyList<IReadOnlyList<string?>?> values)
    {
        if (records.ContainsKey(id))
            return;
        records[id] = new MatchRecord(
            id, number, name, [.. values.Select((group, i) => group is null ? null : EntryOf(MatchKey.Of(i, group)))]);
    }

    /// <summary>What looks for a row with these values: for each group one for each criterion.</summary>
    public IReadOnlyList<MatchEntry> Fitting(IReadOnlyList<IReadOnlyList<string>> values)
    {
        var fitting = new List<MatchEntry>();
        foreach (var (group, shape) in shapes)
        {
            if (entries.TryGetValue(MatchKey.Of(group, shape, values[group]), out var entry))
                fitting.Add(entry);
        }

        return fitting;
    }

    private MatchEntry? EntryOf(MatchKey? wanted)
    {
        if (wanted is not { } key)
            return null;
        shapes.Add((key.Group, key.Shape));
        if (!entries.TryGetValue(key, out var entry))
            entries[key] = entry = new MatchEntry(key);
        return entry;
    }
}
