using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Engine.Mappings.Checks;

/// <summary>
/// Keeps documents that somebody is at work on out of a mapping that travels both ways: its conditions can be narrowed, not widened
/// (spec/documents.md 8.1, O-21 and O-22).
/// </summary>
internal static class WidenedFilterCheck
{
    /// <summary>What a change of the conditions lets in that may not be.</summary>
    public static IEnumerable<MappingProblem> Problems(TableMapping mapping)
    {
        if (!mapping.OnlyWithinFilter || DefaultMappings.All.FirstOrDefault(IsOriginal) is not { } original)
            return [];
        return new[]
        {
            Problem(original.BcFilter, mapping.BcFilter, "BcFilter", "Only released orders of Business Central can travel both ways"),
            Problem(original.SalesFilter, mapping.SalesFilter, "SalesFilter", "Only submitted orders of Sales can travel both ways"),
        }.OfType<MappingProblem>();

        bool IsOriginal(TableMapping known) => known.Name == mapping.Name && known.OnlyWithinFilter;
    }

    private static MappingProblem? Problem(string original, string changed, string parameter, string rule)
    {
        var kept = Conditions(changed).ToHashSet();
        return Conditions(original).All(kept.Contains) ? null : new MappingProblem(
            "WidenedFilter", parameter, $"{rule}, so that the filter must keep: {original}.", "Add conditions to it instead of taking any away.");
    }

    // What must hold in any case. The company's row does not matter here: it is compared with itself.
    private static IEnumerable<Condition> Conditions(string text) =>
        (MappingFilters.Parse(text, new Guid(1, 0, 0, new byte[8])) switch
        {
            AllOf all => all.Parts,
            { } single => [single],
        }).OfType<Condition>();
}
