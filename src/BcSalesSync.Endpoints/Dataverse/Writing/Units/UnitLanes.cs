namespace BcSalesSync.Endpoints.Dataverse.Writing.Units;

/// <summary>Sorts units by how they travel.</summary>
internal static class UnitLanes
{
    /// <summary>
    /// Sorts units into successive waves: two that write the same row lock each other out in parallel batches, and keep their order so.
    /// </summary>
    internal static IEnumerable<IReadOnlyList<PlannedUnit>> Waves(IEnumerable<PlannedUnit> units)
    {
        var seen = new Dictionary<Guid, int>();
        return units.GroupBy(unit => WaveOf(unit, seen)).OrderBy(wave => wave.Key).Select(wave => wave.ToList());
    }

    /// <summary>Fills batches with whole units, up to a number of operations; a larger unit travels alone.</summary>
    internal static IEnumerable<IReadOnlyList<PlannedUnit>> Batches(IEnumerable<PlannedUnit> units, int operations)
    {
        var batch = new List<PlannedUnit>();
        var filled = 0;
        foreach (var unit in units)
        {
            if (batch.Count > 0 && filled + unit.Steps.Count > operations)
            {
                yield return batch;
                (batch, filled) = ([], 0);
            }

            batch.Add(unit);
            filled += unit.Steps.Count;
        }

        if (batch.Count > 0)
            yield return batch;
    }

    private static int WaveOf(PlannedUnit unit, Dictionary<Guid, int> seen)
    {
        var rows = unit.Steps.Select(step => step.Write.Id).OfType<Guid>().Distinct().ToList();
        var wave = rows.Count == 0 ? 0 : rows.Max(row => seen.GetValueOrDefault(row));
        foreach (var row in rows)
            seen[row] = wave + 1;
        return wave;
    }
}
