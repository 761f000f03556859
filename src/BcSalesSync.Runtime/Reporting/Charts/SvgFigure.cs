using BcSalesSync.Runtime.Reporting.Markup;

namespace BcSalesSync.Runtime.Reporting.Charts;

/// <summary>
/// An SVG that says in words what it shows. Widths in it are parts of the whole and heights are pixels, so that it grows and shrinks with the page
/// while its letters keep their size.
/// </summary>
internal static class SvgFigure
{
    /// <summary>Begins a picture that ends when the result is disposed.</summary>
    public static IDisposable Open(Html page, string title, string description, double height, string look = "chart")
    {
        var (titleId, descriptionId) = (page.NewId(), page.NewId());
        var picture = page.Open(
            "svg", ("class", look), ("role", "img"), ("aria-labelledby", $"{titleId} {descriptionId}"), ("width", "100%"), ("height", DisplayText.Length(height)));
        page.Element("title", title, ("id", titleId));
        page.Element("desc", description, ("id", descriptionId));
        return picture;
    }

    /// <summary>A rectangle that tells more where somebody points at it; the horizontal measures are parts of the whole.</summary>
    public static void Bar(Html page, string look, (double Left, double Width) across, (double Top, double Height) down, string? hint = null)
    {
        using (page.Open(
            "rect", ("class", look), ("x", DisplayText.Percent(across.Left)), ("y", DisplayText.Length(down.Top)), ("width", DisplayText.Percent(across.Width)),
            ("height", DisplayText.Length(down.Height))))
        {
            if (hint is not null)
                page.Element("title", hint);
        }
    }

    /// <summary>Letters.</summary>
    public static void Label(Html page, string text, double left, double baseline, string anchor = "start", string look = "label") => page.Element(
        "text", text, ("class", look), ("x", DisplayText.Percent(left)), ("y", DisplayText.Length(baseline)), ("text-anchor", anchor));
}
