using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs.Passes.Partitions;

/// <summary>
/// What a run handed out that lost its mapping, or died, before it could take it back: what was settled by then counts for its job, the rest goes.
/// </summary>
internal static class SliceLeftovers
{
    /// <summary>Counts and drops what earlier claims on a mapping left.</summary>
    /// <param name="state">The state, in the hands of who has the mapping now.</param>
    /// <param name="current">The claim that stands.</param>
    /// <param name="mapping">Name of the mapping.</param>
    /// <param name="now">The time (UTC).</param>
    public static async Task SettleAsync(IStateStore state, Fence current, string mapping, DateTimeOffset now)
    {
        var left = await state.Slices.LeftAsync(mapping, current.Token, CancellationToken.None).ConfigureAwait(false);
        if (left.Count == 0)
            return;
        var jobs = new List<BcSyncJob>();
        var outcomes = left.Where(slice => slice.Outcome.Length > 0).Select(slice => SliceOutcome.Of(slice.Outcome));
        foreach (var ofJob in outcomes.GroupBy(outcome => outcome.JobId))
        {
            await foreach (var job in state.Runs.JobsAsync(new JobQuery { Id = ofJob.Key }, CancellationToken.None).ConfigureAwait(false))
                jobs.Add(ofJob.Aggregate(job, (sum, outcome) => outcome.Counts.AddTo(sum)));
        }

        var change = new StateChange { Jobs = jobs, DroppedSlices = [new SliceKey(mapping, current.Token, 0)], Now = now };
        await state.CommitAsync(change, CancellationToken.None).ConfigureAwait(false);
    }
}
