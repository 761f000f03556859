using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;
using BcSalesSync.Engine.Couplings;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs.Repair;

/// <summary>
/// Removes broken couplings, unless they were changed since they were looked at. A surviving row of Sales is released as with any uncoupling;
/// where the row itself is gone there is nothing to write.
/// </summary>
internal sealed class BrokenRemoval(EngineParts parts, MappingSet mappings)
{
    private readonly CouplingRemoval removal = new(parts, mappings, RemovalRule.AsRead);

    /// <summary>Removes couplings of one mapping; outcomes are added as they come.</summary>
    public async Task RemoveAsync(
        TableMapping mapping, IReadOnlyList<BrokenPair> pairs, List<Outcome<BcCoupling>> outcomes, CancellationToken cancellationToken)
    {
        var missing = pairs.ToDictionary(pair => pair.Coupling.BcId, pair => pair.Missing);
        outcomes.AddRange((await removal
            .ForgetAsync(mapping, CouplingsOf(pairs, isRowLeft: false), new JobCounts(), cancellationToken).ConfigureAwait(false))
            .Select(outcome => outcome.Marked(mapping, missing)));
        outcomes.AddRange((await removal
            .RemoveAsync(mapping, CouplingsOf(pairs, isRowLeft: true), cancellationToken).ConfigureAwait(false))
            .Select(outcome => outcome.Marked(mapping, missing)));
    }

    private static CouplingState[] CouplingsOf(IReadOnlyList<BrokenPair> pairs, bool isRowLeft) =>
        [.. pairs.Where(pair => pair.Missing is MissingRecord.BusinessCentral == isRowLeft).Select(pair => pair.Coupling)];
}
