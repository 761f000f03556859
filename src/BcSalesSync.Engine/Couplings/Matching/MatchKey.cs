namespace BcSalesSync.Engine.Couplings.Matching;

/// <summary>What a record looks for within one group: the values of those criteria for which it has one.</summary>
/// <param name="Group">Place of the group.</param>
/// <param name="Shape">One sign for each criterion: 1 where it counts, 0 where the record has no value.</param>
/// <param name="Text">The normalised values of the criteria that count.</param>
internal readonly record struct MatchKey(int Group, string Shape, string Text)
{
    private const char Separator = '\u001F';

    /// <summary>The key of the values of a group; null where no criterion counts.</summary>
    /// <param name="group">Place of the group.</param>
    /// <param name="values">A value for each criterion; null leaves it out.</param>
    public static MatchKey? Of(int group, IReadOnlyList<string?> values)
    {
        var shape = string.Concat(values.Select(value => value is null ? '0' : '1'));
        return shape.Contains('1', StringComparison.Ordinal) ? Of(group, shape, values) : null;
    }

    /// <summary>The key under which a row would be looked for by records of a shape.</summary>
    public static MatchKey Of(int group, string shape, IReadOnlyList<string?> values) =>
        new(group, shape, string.Join(Separator, values.Where((_, i) => shape[i] == '1')));
}
