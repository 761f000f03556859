using BcSalesSync.Engine.Applying;

namespace BcSalesSync.Engine.Runs.Passes.Partitions;

/// <summary>A page whose slices are under way.</summary>
/// <param name="page">The page.</param>
/// <param name="slices">Numbers of its slices, and the partitions that have them.</param>
internal sealed class SharedPage(SourcePage page, IReadOnlyDictionary<int, int> slices)
{
    private readonly Dictionary<int, JobCounts> settled = [];

    /// <summary>The page.</summary>
    public SourcePage Page => page;

    /// <summary>The highest number among its slices.</summary>
    public int Last { get; } = slices.Keys.Max();

    /// <summary>True once every slice is settled.</summary>
    public bool IsDone => settled.Count == slices.Count;

    /// <summary>What became of its records.</summary>
    public IEnumerable<JobCounts> Counts => settled.Values;

    /// <summary>Slices that are not settled.</summary>
    public int Open => slices.Count - settled.Count;

    /// <summary>Partitions that still have slices of it.</summary>
    public IEnumerable<int> OpenPartitions => slices.Where(slice => !settled.ContainsKey(slice.Key)).Select(slice => slice.Value);

    /// <summary>Takes note of a slice that is settled, if it is one of the page.</summary>
    public void Settle(int number, JobCounts counts)
    {
        if (slices.ContainsKey(number))
            settled[number] = counts;
    }
}
