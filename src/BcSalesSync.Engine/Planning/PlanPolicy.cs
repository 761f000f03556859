using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.Planning;

/// <summary>How freely a pass may act; the mapping's own rules come on top.</summary>
/// <param name="MayCreate">Create counterparts of uncoupled records even if the mapping only synchronises coupled ones.</param>
/// <param name="OnlyCoupled">Create no counterparts, even if the mapping would; other runs are to do that.</param>
/// <param name="SourceWins">The person picked a side: differing fields are overwritten without asking whether they clash.</param>
/// <param name="Rewrite">Write every field, changed or not; but no state that stands already, which a system takes for a step it cannot go.</param>
/// <param name="Explicit">The records were named by a person: they are reported even when nothing is done.</param>
public sealed record PlanPolicy(
    bool MayCreate = false, bool OnlyCoupled = false, bool SourceWins = false, bool Rewrite = false, bool Explicit = false)
{
    /// <summary>True when records of a mapping that have no counterpart get one.</summary>
    public bool Creates(TableMapping mapping) =>
        !mapping.NeverCreates && (MayCreate || (!OnlyCoupled && !mapping.SyncOnlyCoupled));

    /// <summary>
    /// True when records that the mapping would give a counterpart are left for other runs, which must find them as they are.
    /// </summary>
    public bool Withholds(TableMapping mapping) => !Creates(mapping) && !mapping.SyncOnlyCoupled;
}
