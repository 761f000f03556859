using BcSalesSync.Runtime.Reporting.Markup;

namespace BcSalesSync.Runtime.Reporting.Charts;

/// <summary>Bars with their names and values above them, so that both have room on a narrow page.</summary>
internal static class BarChart
{
    private const double Row = 38;
    private const double Baseline = 14;
    private const double Bar = 20;
    private const double Thick = 9;

    // What is there is seen, however little it is beside the rest.
    private const double Least = 0.006;

    /// <summary>Writes the chart.</summary>
    public static void Write(Html page, string title, string description, IReadOnlyList<BarRow> rows)
    {
        using (SvgFigure.Open(page, title, description, rows.Count * Row))
        {
            for (var place = 0; place < rows.Count; place++)
            {
                var (row, top) = (rows[place], place * Row);
                SvgFigure.Label(page, row.Name, 0, top + Baseline, look: "name");
                SvgFigure.Label(page, row.Value, 1, top + Baseline, "end");
                SvgFigure.Bar(page, "track", (0, 1), (top + Bar, Thick));
                foreach (var (start, length, look) in row.Segments.Where(segment => segment.Length >= 0))
                {
                    var width = Math.Max(length, Least);
                    SvgFigure.Bar(page, look, (Math.Min(start, 1 - width), width), (top + Bar, Thick), $"{row.Name}: {row.Value}");
                }
            }
        }
    }
}
