using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;

namespace BcSalesSync.Engine.Mappings;

/// <summary>Finds mappings by the names people type.</summary>
public static class MappingSelection
{
    /// <summary>The mappings by order, those with equal order by name (spec/mappings.md 4.2).</summary>
    public static IEnumerable<TableMapping> InRunOrder(this IEnumerable<TableMapping> mappings) =>
        mappings.OrderBy(mapping => mapping.Order).ThenBy(mapping => mapping.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The mapping with a name, whatever its case.</summary>
    /// <exception cref="SyncException">BcSync.Mapping.NotFound: there is none; the message lists the names there are.</exception>
    public static TableMapping Find(this IReadOnlyCollection<TableMapping> mappings, string name, DateTimeOffset now) =>
        mappings.FirstOrDefault(mapping => mapping.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new SyncException(MappingErrors.NotFound(now, name, mappings.InRunOrder().Select(mapping => mapping.Name)));

    /// <summary>The mappings whose name fits, in the order of runs; null for all. A pattern may fit none, a name must exist.</summary>
    /// <exception cref="SyncException">BcSync.Mapping.NotFound: a name without wildcards fits no mapping.</exception>
    public static IReadOnlyList<TableMapping> Named(this IReadOnlyCollection<TableMapping> mappings, string? pattern, DateTimeOffset now)
    {
        if (pattern is null)
            return mappings.InRunOrder().ToList();
        if (!WildcardPattern.HasWildcards(pattern))
            return [mappings.Find(pattern, now)];
        var wildcard = new WildcardPattern(pattern);
        return mappings.InRunOrder().Where(mapping => wildcard.Matches(mapping.Name)).ToList();
    }
}
