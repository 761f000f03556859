using BcSalesSync.Runtime.Reporting.Markup;

namespace BcSalesSync.Runtime.Reporting.Charts;

/// <summary>Says which colour means what.</summary>
internal static class Legend
{
    /// <summary>Writes the legend of stacked counts.</summary>
    public static void Write(Html page)
    {
        using (page.Open("ul", ("class", "legend")))
        {
            foreach (var series in Series.All)
            {
                using (page.Open("li"))
                {
                    page.Element("span", string.Empty, ("class", "swatch " + series.Class), ("aria-hidden", "true"));
                    page.Text(series.Name);
                }
            }
        }
    }
}
