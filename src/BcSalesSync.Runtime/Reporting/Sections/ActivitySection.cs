using BcSalesSync.Runtime.Reporting.Charts;
using BcSalesSync.Runtime.Reporting.Figures;
using BcSalesSync.Runtime.Reporting.Markup;

namespace BcSalesSync.Runtime.Reporting.Sections;

/// <summary>What was written and what failed, by time and by mapping.</summary>
internal static class ActivitySection
{
    private const int MostBars = 12;

    /// <summary>Writes the section.</summary>
    public static void Write(Html page, SyncReport report)
    {
        var history = report.History;
        if (history.Total.Jobs == 0)
        {
            Section.Next(page, "No job has run in this time. Run what is due:", "Invoke-BcSyncSchedule");
            return;
        }

        var word = DisplayText.Words(history.Kind).ToLowerInvariant();
        Legend.Write(page);
        page.Element("h3", $"Records by {word}");
        ColumnChart.Write(page, $"Records created, updated, deleted and failed by {word} (UTC)", history);
        DataTable.Write(page, $"Records by {word} (UTC), newest first", history.Periods.Reverse(), [
            Column<Period>.Text(DisplayText.Words(history.Kind), period => DisplayText.Day(period.Start)), .. Counts<Period>(period => period.Total)]);
        page.Element("h3", "Records by mapping");
        Bars(page, history);
        DataTable.Write(page, "Records by mapping or job of the schedule, busiest first", history.ByName, [
            Column<NamedCounters>.Text("Mapping or job", name => name.Name),
            new("Over time", (html, name) => Sparkline.Write(html, name.Name, history.Of(name.Name)), "spark"),
            .. Counts<NamedCounters>(name => name.Counters)]);
    }

    private static void Bars(Html page, History history)
    {
        var busiest = history.ByName.Where(name => name.Counters.Shown > 0).Take(MostBars).ToList();
        if (busiest.Count == 0)
        {
            Section.Note(page, "No record was written, and none failed.");
            return;
        }

        var most = (double)busiest.Max(name => name.Counters.Shown);
        BarChart.Write(
            page, "Records by mapping", $"{busiest[0].Name} has most: {Series.Describe(busiest[0].Counters)}. The table after the chart has all numbers.",
            [.. busiest.Select(name => new BarRow(name.Name, Series.Describe(name.Counters), Segments(name.Counters, most)))]);
    }

    private static List<(double Start, double Length, string Class)> Segments(Counters counters, double most)
    {
        var segments = new List<(double, double, string)>();
        var start = 0.0;
        foreach (var series in Series.All.Where(series => series.Of(counters) > 0))
        {
            segments.Add((start, series.Of(counters) / most, series.Class));
            start += series.Of(counters) / most;
        }

        return segments;
    }

    private static Column<T>[] Counts<T>(Func<T, Counters> of) =>
    [
        .. Series.All.Select(series => Column<T>.Number(series.Name, row => series.Of(of(row)))),
        Column<T>.Number("Skipped", row => of(row).Skipped),
        Column<T>.Number("Unchanged", row => of(row).Unchanged),
        Column<T>.Number("Jobs", row => of(row).Jobs),
    ];
}
