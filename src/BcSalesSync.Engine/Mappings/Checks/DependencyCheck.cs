namespace BcSalesSync.Engine.Mappings.Checks;

/// <summary>Looks at what must come first: the names exist, and no mapping waits for itself.</summary>
internal static class DependencyCheck
{
    public static IEnumerable<MappingProblem> Problems(TableMapping mapping, CheckGround ground)
    {
        var unknown = mapping.DependsOn.FirstOrDefault(name => !ground.Names.Contains(name, StringComparer.OrdinalIgnoreCase));
        if (unknown is not null)
        {
            yield return new MappingProblem(
                "UnknownDependency",
                null,
                $"{mapping.Name} depends on '{unknown}', which is no mapping.",
                $"Give names of mappings: {string.Join(", ", ground.All.Select(known => known.Name))}.");
        }

        if (Cycle(mapping, ground) is { } cycle)
        {
            yield return new MappingProblem(
                "DependencyCycle",
                null,
                $"{mapping.Name} would wait for itself: {string.Join(" -> ", cycle)}.",
                "Leave one of these dependencies out.");
        }
    }

    private static IReadOnlyList<string>? Cycle(TableMapping start, CheckGround ground)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var ways = new Stack<IReadOnlyList<string>>([[start.Name]]);
        while (ways.TryPop(out var way))
        {
            foreach (var next in ground.Find(way[^1])?.DependsOn ?? [])
            {
                if (next.Equals(start.Name, StringComparison.OrdinalIgnoreCase))
                    return [.. way, start.Name];
                if (seen.Add(next))
                    ways.Push([.. way, next]);
            }
        }

        return null;
    }
}
