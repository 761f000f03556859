using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.State.Reading;

/// <summary>Puts together what narrows the reading of a log.</summary>
internal sealed class LogQuery
{
    private readonly List<string> conditions = [];
    private readonly List<(string Name, object? Value)> values = [];

    /// <summary>The conditions, each followed by AND; empty when there are none.</summary>
    public string Conditions => string.Concat(conditions.Select(condition => condition + " AND "));

    /// <summary>The values of the conditions.</summary>
    public IReadOnlyList<(string Name, object? Value)> Values => values;

    /// <summary>Adds a condition, unless its value is null.</summary>
    public LogQuery With(string condition, string parameter, object? value)
    {
        if (value is null)
            return this;
        conditions.Add(condition);
        values.Add((parameter, value));
        return this;
    }

    /// <summary>Adds the name of a mapping, or a pattern; names are upper case. * alone fits entries without a mapping too.</summary>
    public LogQuery WithMapping(string? name) => name is null || !WildcardPattern.HasWildcards(name)
        ? With("mapping = $mapping", "$mapping", name?.ToUpperInvariant())
        : With(LikePattern.Condition("coalesce(mapping, '')", "$mapping"), "$mapping", LikePattern.Of(name.ToUpperInvariant()));
}
