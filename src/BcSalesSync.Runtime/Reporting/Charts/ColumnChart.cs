using BcSalesSync.Runtime.Reporting.Figures;
using BcSalesSync.Runtime.Reporting.Markup;

namespace BcSalesSync.Runtime.Reporting.Charts;

/// <summary>Stacked columns by time.</summary>
internal static class ColumnChart
{
    private const double Top = 14;
    private const double Plot = 170;
    private const double Foot = 24;
    private const double Gap = 0.22;
    private const int MostLabels = 5;

    /// <summary>Writes the chart.</summary>
    public static void Write(Html page, string title, History history)
    {
        var scale = new Scale(history.Periods.Max(period => period.Total.Shown));
        using (page.Open("div", ("class", "columns")))
        {
            Axis(page, scale);
            using (SvgFigure.Open(page, title, Describe(history), Top + Plot + Foot))
            {
                foreach (var line in scale.Lines)
                    SvgFigure.Bar(page, "line", (0, 1), (Y(scale, line) - 0.5, 1));
                for (var place = 0; place < history.Periods.Count; place++)
                    Column(page, history, place, scale);
            }
        }
    }

    private static string Describe(History history)
    {
        var most = history.Periods.MaxBy(period => period.Total.Shown)!;
        return $"{Series.Describe(history.Total)} in all. The busiest {DisplayText.Words(history.Kind).ToLowerInvariant()} begins {DisplayText.Day(most.Start)}: "
            + $"{Series.Describe(most.Total)}. The table after the chart has all numbers.";
    }

    private static void Axis(Html page, Scale scale)
    {
        using (page.Open("svg", ("class", "axis"), ("aria-hidden", "true"), ("width", "44"), ("height", DisplayText.Length(Top + Plot + Foot))))
        {
            foreach (var line in scale.Lines)
                SvgFigure.Label(page, DisplayText.Number(line), 0.86, Y(scale, line) + 4, "end");
        }
    }

    private static void Column(Html page, History history, int place, Scale scale)
    {
        var period = history.Periods[place];
        var width = 1.0 / history.Periods.Count;
        var below = 0L;
        foreach (var series in Series.All.Where(series => series.Of(period.Total) > 0))
        {
            var value = series.Of(period.Total);
            var (top, bottom) = (Y(scale, below + value), Y(scale, below));
            SvgFigure.Bar(
                page, series.Class, ((place + (Gap / 2)) * width, (1 - Gap) * width), (top, bottom - top),
                $"{DisplayText.Day(period.Start)}: {DisplayText.Number(value)} {series.Name.ToLowerInvariant()}");
            below += value;
        }

        var every = (history.Periods.Count + MostLabels - 1) / MostLabels;
        if (place % every == 0)
            SvgFigure.Label(page, DisplayText.Short(period.Start, history.Kind), (place + 0.5) * width, Top + Plot + 17, history.Periods.Count > MostLabels && place == 0 ? "start" : "middle");
    }

    private static double Y(Scale scale, long value) => Top + (Plot * (1 - scale.Of(value)));
}
