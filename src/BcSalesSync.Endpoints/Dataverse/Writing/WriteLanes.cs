using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Dataverse.Writing;

/// <summary>
/// Sorts writes by how they travel. Several writes of the same row go into successive waves, because two of them in one bulk message or in
/// parallel messages lock each other out (spec/wire-dataverse.md 3.1).
/// </summary>
/// <param name="Creates">Rows for CreateMultiple.</param>
/// <param name="Updates">Rows for UpdateMultiple.</param>
/// <param name="Singles">What goes one by one inside a batch: concurrency tokens, deletions, tables without bulk messages.</param>
internal sealed record WriteLanes(
    IReadOnlyList<PlannedWrite> Creates, IReadOnlyList<PlannedWrite> Updates, IReadOnlyList<PlannedWrite> Singles)
{
    /// <summary>Sorts writes into waves, in order.</summary>
    internal static IEnumerable<WriteLanes> Waves(IEnumerable<PlannedWrite> writes, string table, BulkSupport support)
    {
        var seen = new Dictionary<Guid, int>();
        return writes.GroupBy(planned => WaveOf(planned.Write, seen)).OrderBy(wave => wave.Key).Select(wave => Sort(wave, table, support));
    }

    /// <summary>The writes as they are sent together, so many at most, and whether in a bulk message.</summary>
    internal IEnumerable<(PlannedWrite[] Rows, bool InBulk)> Messages(int size) =>
        Creates.Chunk(size).Concat(Updates.Chunk(size)).Select(rows => (rows, true)).Concat(Singles.Chunk(size).Select(rows => (rows, false)));

    private static int WaveOf(RecordWrite write, Dictionary<Guid, int> seen)
    {
        if (write.Id is not { } id)
            return 0;
        var wave = seen.GetValueOrDefault(id);
        seen[id] = wave + 1;
        return wave;
    }

    private static WriteLanes Sort(IEnumerable<PlannedWrite> writes, string table, BulkSupport support)
    {
        var (creates, updates, singles) = (new List<PlannedWrite>(), new List<PlannedWrite>(), new List<PlannedWrite>());
        foreach (var planned in writes)
        {
            var lane = planned.Write switch
            {
                { Kind: WriteKind.Create } when support.Create.Contains(table) => creates,
                { Kind: WriteKind.Update, IfMatch: null } when support.Update.Contains(table) => updates,
                _ => singles,
            };
            lane.Add(planned);
        }

        // A lone row gains nothing from a bulk message, which answers neither its version nor its values.
        foreach (var lane in new[] { creates, updates }.Where(lane => lane.Count == 1))
        {
            singles.AddRange(lane);
            lane.Clear();
        }

        return new WriteLanes(creates, updates, singles);
    }
}
