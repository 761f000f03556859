namespace BcSalesSync.Engine.Records.Filters;

/// <summary>Writes filters as text.</summary>
internal static class FilterWriter
{
    /// <summary>The text of a filter; empty when it lets everything pass.</summary>
    public static string Write(Filter filter) => filter switch
    {
        Condition condition => $"{condition.Column} {FilterWords.WordOf(condition.Operator)} {FilterLiteral.Write(condition.Value)}",
        AllOf group => string.Join(" and ", group.Parts.Select(WritePartOfAnd).Where(part => part.Length > 0)),
        AnyOf { Parts.Count: 0 } => throw new ArgumentException("An or-group without parts cannot be written.", nameof(filter)),
        AnyOf group => WriteOr(group),
        _ => throw new ArgumentException($"A {filter.GetType().Name} cannot be written.", nameof(filter)),
    };

    private static string WritePartOfAnd(Filter part)
    {
        var text = Write(part);
        return part is AnyOf && text.Length > 0 ? $"({text})" : text;
    }

    private static string WriteOr(AnyOf group)
    {
        var parts = group.Parts.Select(Write).ToList();
        return parts.Contains(string.Empty) ? string.Empty : string.Join(" or ", parts);
    }
}
