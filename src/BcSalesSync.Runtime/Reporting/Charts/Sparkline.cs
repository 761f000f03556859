using BcSalesSync.Runtime.Reporting.Figures;
using BcSalesSync.Runtime.Reporting.Markup;

namespace BcSalesSync.Runtime.Reporting.Charts;

/// <summary>Stacked columns by time that are small enough for a cell.</summary>
internal static class Sparkline
{
    private const double Height = 26;

    /// <summary>Writes the chart.</summary>
    public static void Write(Html page, string name, IReadOnlyList<Counters> periods)
    {
        var most = Math.Max(periods.Max(counters => counters.Shown), 1);
        using (SvgFigure.Open(page, $"{name} over time", $"Most at a time: {DisplayText.Number(periods.Max(counters => counters.Shown))} records.", Height, "spark"))
        {
            SvgFigure.Bar(page, "line", (0, 1), (Height - 1, 1));
            var width = 1.0 / periods.Count;
            for (var place = 0; place < periods.Count; place++)
            {
                var floor = Height - 1;
                foreach (var series in Series.All.Where(series => series.Of(periods[place]) > 0))
                {
                    var height = Math.Max(series.Of(periods[place]) * (Height - 2) / most, 1);
                    floor -= height;
                    SvgFigure.Bar(page, series.Class, ((place + 0.1) * width, 0.8 * width), (Math.Max(floor, 0), height));
                }
            }
        }
    }
}
