using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;

namespace BcSalesSync.Engine.Runs.Passes.Partitions;

/// <summary>A page whose slices are under way.</summary>
/// <param name="page">The page.</param>
/// <param name="slices">Numbers of its slices, and the partitions that have them.</param>
internal sealed class SharedPage(SourcePage page, IReadOnlyDictionary<int, int> slices)
{
    private readonly Dictionary<int, SliceOutcome> settled = [];

    /// <summary>The page.</summary>
    public SourcePage Page => page;

    /// <summary>The highest number among its slices.</summary>
    public int Last { get; } = slices.Keys.Max();

    /// <summary>True once every slice is settled.</summary>
    public bool IsDone => settled.Count == slices.Count;

    /// <summary>What became of its records.</summary>
    public IEnumerable<JobCounts> Counts => settled.Values.Select(outcome => outcome.Counts);

    /// <summary>Why a whole call of one of its slices was refused; null when none was.</summary>
    public BcSyncError? Problem => settled.Values.Select(outcome => outcome.Problem).FirstOrDefault(problem => problem is not null);

    /// <summary>Slices that are not settled.</summary>
    public int Open => slices.Count - settled.Count;

    /// <summary>Partitions that still have slices of it.</summary>
    public IEnumerable<int> OpenPartitions => slices.Where(slice => !settled.ContainsKey(slice.Key)).Select(slice => slice.Value);

    /// <summary>Takes note of a slice that is settled, if it is one of the page.</summary>
    public void Settle(int number, SliceOutcome outcome)
    {
        if (slices.ContainsKey(number))
            settled[number] = outcome;
    }
}
