using System.Net;
using System.Text.RegularExpressions;

namespace BcSalesSync.Engine.Mappings.Transformations;

/// <summary>Takes the text out of rich text: a paragraph becomes a line, tags go, entities become letters (spec/documents.md 2.7). Pure.</summary>
internal static partial class PlainText
{
    /// <summary>The text alone.</summary>
    public static string Of(string rich)
    {
        var lines = ParagraphEnd().Replace(rich, "\n");
        return WebUtility.HtmlDecode(Tag().Replace(lines, string.Empty)).Trim();
    }

    [GeneratedRegex(@"</p\s*>|<br\s*/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ParagraphEnd();

    [GeneratedRegex(@"</?[a-z!][^>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
