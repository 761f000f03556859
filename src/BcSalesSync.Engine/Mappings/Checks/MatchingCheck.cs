using BcSalesSync.Engine.Errors;

namespace BcSalesSync.Engine.Mappings.Checks;

/// <summary>Checks what is to become of records that match nothing.</summary>
internal static class MatchingCheck
{
    /// <summary>The problem of a mapping that wants to create what it cannot.</summary>
    public static IEnumerable<MappingProblem> Problems(TableMapping mapping)
    {
        if (mapping.CreateNewIfNoMatch && UnmatchedCreation.Obstacle(mapping) is { } obstacle)
        {
            yield return new MappingProblem(
                "NothingToCreate",
                null,
                $"{mapping.Name} cannot create what matches nothing. {obstacle}",
                $"Leave -CreateNewIfNoMatch out; Find-BcCouplingMatch -Mapping {mapping.Name.Typed()} lists what matches nothing.");
        }
    }
}
