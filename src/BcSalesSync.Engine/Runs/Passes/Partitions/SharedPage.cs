using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;

namespace BcSalesSync.Engine.Runs.Passes.Partitions;

/// <summary>A page whose slices are under way.</summary>
/// <param name="page">The page.</param>
/// <param name="first">The lowest number among its slices, which are numbered without a gap.</param>
/// <param name="last">The highest number among its slices.</param>
internal sealed class SharedPage(SourcePage page, int first, int last)
{
    private readonly Dictionary<int, SliceOutcome> settled = [];

    /// <summary>The page.</summary>
    public SourcePage Page => page;

    /// <summary>The highest number among its slices.</summary>
    public int Last => last;

    /// <summary>True once every slice is settled.</summary>
    public bool IsDone => Open == 0;

    /// <summary>What became of its records.</summary>
    public IEnumerable<JobCounts> Counts => settled.Values.Select(outcome => outcome.Counts);

    /// <summary>Why a whole call of one of its slices was refused; null when none was.</summary>
    public BcSyncError? Problem => settled.Values.Select(outcome => outcome.Problem).FirstOrDefault(problem => problem is not null);

    /// <summary>Slices that are not settled.</summary>
    public int Open => last - first + 1 - settled.Count;

    /// <summary>Takes note of a slice that is settled, if it is one of the page.</summary>
    public void Settle(int number, SliceOutcome outcome)
    {
        if (number >= first && number <= last)
            settled[number] = outcome;
    }
}
