using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.Runs.Matching;

/// <summary>Numbers a person asked for, wildcards allowed; remembers which of them named something.</summary>
internal sealed class NumberSelection
{
    private readonly List<WildcardPattern> patterns = [];
    private readonly HashSet<string> exact = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> open = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Creates the selection; of no numbers it takes everything.</summary>
    public NumberSelection(IReadOnlyList<string> numbers)
    {
        foreach (var number in numbers)
        {
            if (WildcardPattern.HasWildcards(number))
                patterns.Add(new WildcardPattern(number));
            else if (exact.Add(number))
                open.Add(number);
        }
    }

    /// <summary>Numbers without wildcards that named nothing so far.</summary>
    public IReadOnlyCollection<string> Missing => open;

    /// <summary>True when the number was asked for.</summary>
    public bool Takes(string? number)
    {
        if (exact.Count == 0 && patterns.Count == 0)
            return true;
        if (number is null)
            return false;
        open.Remove(number);
        return exact.Contains(number) || patterns.Exists(pattern => pattern.Matches(number));
    }
}
