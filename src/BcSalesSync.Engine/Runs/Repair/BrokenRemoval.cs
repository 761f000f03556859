using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs.Repair;

/// <summary>
/// Removes broken couplings. A surviving row of Sales is released as with any uncoupling; where the row itself is gone there is nothing to
/// write.
/// </summary>
internal sealed class BrokenRemoval(EngineParts parts, MappingSet mappings)
{
    private readonly CouplingRemoval removal = new(parts, mappings);

    /// <summary>Removes couplings of one mapping.</summary>
    public async Task<IReadOnlyList<Outcome<BcCoupling>>> RemoveAsync(
        TableMapping mapping, IReadOnlyList<BrokenPair> pairs, CancellationToken cancellationToken)
    {
        var released = await removal.RemoveAsync(mapping, CouplingsOf(pairs, isRowLeft: true), cancellationToken).ConfigureAwait(false);
        var forgotten = await removal.ForgetAsync(mapping, CouplingsOf(pairs, isRowLeft: false), new JobCounts(), cancellationToken).ConfigureAwait(false);
        var missing = pairs.ToDictionary(pair => pair.Coupling.BcId, pair => pair.Missing);
        return [.. released.Concat(forgotten).Select(outcome => outcome with { Value = Marked(outcome.Value, mapping, missing) })];
    }

    private static CouplingState[] CouplingsOf(IReadOnlyList<BrokenPair> pairs, bool isRowLeft) =>
        [.. pairs.Where(pair => pair.Missing is MissingRecord.BusinessCentral == isRowLeft).Select(pair => pair.Coupling)];

    private static BcCoupling? Marked(BcCoupling? coupling, TableMapping mapping, Dictionary<Guid, MissingRecord> missing) =>
        coupling is not null && coupling.Mapping == mapping.Name && missing.TryGetValue(coupling.BcId, out var where)
            ? coupling with { Missing = where }
            : coupling;
}
