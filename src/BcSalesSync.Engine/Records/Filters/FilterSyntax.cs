namespace BcSalesSync.Engine.Records.Filters;

/// <summary>
/// The filter text of mappings, for example <c>type eq 'Person' and companyNumber ne null</c>. Comparisons are eq, ne, gt, ge, lt, le, and
/// like and notlike with a pattern in which * stands for any characters and ? for one, joined by and, or and parentheses. Values are
/// 'text' (quotes inside doubled), numbers, true, false, null, ids, dates, UTC times and {placeholders}. There is no not. Empty text lets
/// every record pass.
/// </summary>
public static class FilterSyntax
{
    private static readonly IReadOnlyDictionary<string, FieldValue> NoPlaceholders = new Dictionary<string, FieldValue>();

    /// <summary>Reads a filter without placeholders.</summary>
    /// <exception cref="FilterSyntaxException">The text is not a filter.</exception>
    public static Filter Parse(string text) => Parse(text, NoPlaceholders);

    /// <summary>
    /// Reads a filter. A condition whose placeholder is known but empty falls away together with the smallest or-group around it
    /// (spec/mappings.md 1.0, company filter).
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="placeholders">Every known placeholder by name; empty for those that have no value.</param>
    /// <exception cref="FilterSyntaxException">The text is not a filter, or names a placeholder that is not known.</exception>
    public static Filter Parse(string text, IReadOnlyDictionary<string, FieldValue> placeholders)
    {
        var tokens = new FilterLexer(text).ReadAll();
        return tokens[0].Kind is FilterTokenKind.End
            ? Filter.All
            : new FilterResolver(placeholders).Resolve(new FilterParser(tokens).Parse());
    }

    /// <summary>Writes a filter so that <see cref="Parse(string)"/> reads the same one; references are written as their ids.</summary>
    public static string Write(Filter filter) => FilterWriter.Write(filter);
}
