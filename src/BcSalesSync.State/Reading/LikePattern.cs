using System.Text;

namespace BcSalesSync.State.Reading;

/// <summary>
/// Wildcards as people type them, * for any characters and ? for one, in the form that LIKE takes. A backtick before one takes its meaning
/// away, as everywhere in PowerShell.
/// </summary>
internal static class LikePattern
{
    /// <summary>Condition on a column; letters that mean something to LIKE are marked by !.</summary>
    public static string Condition(string column, string parameter) => $"{column} LIKE {parameter} ESCAPE '!'";

    /// <summary>True when the text means something else than itself.</summary>
    public static bool IsPattern(string text) => text.AsSpan().IndexOfAny('*', '?', '`') >= 0;

    /// <summary>The pattern.</summary>
    public static string Of(string text)
    {
        var like = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var taken = text[at] == '`' && at + 1 < text.Length;
            if (taken)
                at++;
            _ = text[at] switch
            {
                '*' when !taken => like.Append('%'),
                '?' when !taken => like.Append('_'),
                '%' or '_' or '!' => like.Append('!').Append(text[at]),
                var letter => like.Append(letter),
            };
        }

        return like.ToString();
    }
}
