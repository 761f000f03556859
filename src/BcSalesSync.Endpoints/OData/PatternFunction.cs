namespace BcSalesSync.Endpoints.OData;

/// <summary>The function of OData that says the same as a pattern.</summary>
internal static class PatternFunction
{
    private static readonly char[] Wildcards = ['*', '?'];

    /// <summary>Name of the function and the text it looks for; null when no single function says it.</summary>
    public static (string Function, string Text)? Of(string pattern)
    {
        var text = pattern.Trim('*');
        if (text.Length == 0 || text.IndexOfAny(Wildcards) >= 0)
            return null;
        return (pattern.StartsWith('*'), pattern.EndsWith('*')) switch
        {
            (true, true) => ("contains", text),
            (true, false) => ("endswith", text),
            (false, true) => ("startswith", text),
            _ => null,
        };
    }
}
