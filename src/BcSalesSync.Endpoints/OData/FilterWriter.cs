using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Endpoints.OData;

/// <summary>
/// Writes filters for $filter. A part the system cannot evaluate is left out of the text and comes back as remainder: the system then
/// answers more records than asked for, never fewer.
/// </summary>
internal static class FilterWriter
{
    public static FilterText Write(Filter filter, IFilterDialect dialect)
    {
        var texts = new List<string>();
        var left = new List<Filter>();
        Split(filter, dialect, texts, left);
        return new FilterText(FilterText.And([.. texts]), left.Count switch
        {
            0 => null,
            1 => left[0],
            _ => new AllOf(left),
        });
    }

    private static void Split(Filter filter, IFilterDialect dialect, List<string> texts, List<Filter> left)
    {
        if (filter is AllOf all)
        {
            foreach (var part in all.Parts)
                Split(part, dialect, texts, left);
        }
        else if (WriteWhole(filter, dialect) is { } text)
        {
            texts.Add(filter is AnyOf { Parts.Count: > 1 } ? $"({text})" : text);
        }
        else
        {
            left.Add(filter);
        }
    }

    private static string? WriteWhole(Filter filter, IFilterDialect dialect) => filter switch
    {
        Condition condition => dialect.Write(condition),
        AnyOf { Parts.Count: > 0 } any when dialect.CanJoinByOr([.. any.Columns]) => Join(any.Parts, " or ", dialect),
        AllOf { Parts.Count: > 0 } all => Join(all.Parts, " and ", dialect),
        _ => null,
    };

    private static string? Join(IReadOnlyList<Filter> parts, string word, IFilterDialect dialect)
    {
        var texts = new List<string>(parts.Count);
        foreach (var part in parts)
        {
            if (WriteWhole(part, dialect) is not { } text)
                return null;
            texts.Add(part is Condition ? text : $"({text})");
        }

        return string.Join(word, texts);
    }
}
