using BcSalesSync.Contracts;
using BcSalesSync.Engine.Couplings.Matching;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.FullSync;

/// <summary>
/// What the review says about a line that couples by matching: the criteria to look over, or that they are still to be chosen
/// (spec/engine.md 4.3). Pure.
/// </summary>
internal static class MatchRemark
{
    /// <summary>The remark; null for lines that do something else.</summary>
    public static string? Of(TableMapping mapping, FullSyncAction? action)
    {
        if (action is not FullSyncAction.Couple)
            return null;
        var fields = MatchCriteria.Chosen(mapping.Fields);
        return fields.Count > 0 ? $"Couples by {string.Join(", ", fields)}."
            : $"No match criteria yet. {MatchErrors.ChooseCriteria(mapping.Name)}";
    }
}
