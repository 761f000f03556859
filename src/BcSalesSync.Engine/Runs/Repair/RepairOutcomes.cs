using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.Runs.Repair;

/// <summary>What outcomes of a repair tell about the pairs it began with.</summary>
internal static class RepairOutcomes
{
    /// <summary>The outcome with a note where the record of its pair was missing; one about a pair of another mapping as it is.</summary>
    public static Outcome<BcCoupling> Marked(
        this Outcome<BcCoupling> outcome, TableMapping mapping, IReadOnlyDictionary<Guid, MissingRecord> missing) => outcome with
    {
        Value = Marked(outcome.Value, mapping, missing),
        Input = Marked(outcome.Input as BcCoupling, mapping, missing) ?? outcome.Input,
    };

    /// <summary>Ids in Business Central of the pairs of a mapping that have an outcome.</summary>
    public static HashSet<Guid> IdsOf(this IEnumerable<Outcome<BcCoupling>> outcomes, TableMapping mapping) =>
        [.. outcomes.Select(outcome => outcome.Input).OfType<BcCoupling>().Where(pair => pair.Mapping == mapping.Name).Select(pair => pair.BcId)];

    private static BcCoupling? Marked(BcCoupling? coupling, TableMapping mapping, IReadOnlyDictionary<Guid, MissingRecord> missing) =>
        coupling is not null && coupling.Mapping == mapping.Name && missing.TryGetValue(coupling.BcId, out var where)
            ? coupling with { Missing = where }
            : coupling;
}
