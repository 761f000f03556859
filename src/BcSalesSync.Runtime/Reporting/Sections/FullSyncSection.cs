using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Reporting.Charts;
using BcSalesSync.Runtime.Reporting.Figures;
using BcSalesSync.Runtime.Reporting.Markup;

namespace BcSalesSync.Runtime.Reporting.Sections;

/// <summary>When which mapping of the full synchronisation ran, and its review.</summary>
internal static class FullSyncSection
{
    /// <summary>Writes the section.</summary>
    public static void Write(Html page, SyncReport report)
    {
        var (lines, jobs) = report.FullSync;
        if (lines.Count == 0)
        {
            Section.Next(page, "There has been no full synchronisation. See first what it would do:", "Get-BcSyncPlan -Full");
            return;
        }

        if (jobs.Count > 0)
            Timeline(page, jobs, report.Made);
        DataTable.Write(
            page, "The review", lines,
            Column<BcFullSyncLine>.Text("Mapping", line => line.Mapping),
            new("Status", (html, line) => Badge.Write(html, line.Status)),
            Column<BcFullSyncLine>.Text("To Sales", line => DisplayText.Words(line.ToSalesStatus)),
            Column<BcFullSyncLine>.Text("To Business Central", line => DisplayText.Words(line.ToBusinessCentralStatus)),
            Column<BcFullSyncLine>.Number("Looked at", line => line.Done),
            Column<BcFullSyncLine>.Number("Created", line => line.Inserted),
            Column<BcFullSyncLine>.Number("Updated", line => line.Modified),
            Column<BcFullSyncLine>.Number("Coupled", line => line.Coupled),
            Column<BcFullSyncLine>.Number("Failed", line => line.Failed),
            Column<BcFullSyncLine>.Text("Message", line => line.Message, "wide"));
    }

    private static void Timeline(Html page, IReadOnlyList<BcSyncJob> jobs, DateTimeOffset now)
    {
        var start = jobs.Min(job => job.Started);
        var end = jobs.Max(job => job.Finished ?? now);
        var whole = Math.Max((end - start).TotalSeconds, double.Epsilon);
        using (page.Open("p", ("class", "ends")))
        {
            page.Element("span", DisplayText.Second(start) + " UTC");
            page.Element("strong", DisplayText.Duration(end - start));
            page.Element("span", DisplayText.Second(end) + " UTC");
        }

        BarChart.Write(
            page, "When each mapping and direction ran",
            $"From {DisplayText.Time(start)} to {DisplayText.Time(end)} UTC, {DisplayText.Duration(end - start)} in all. The table after the chart has begin and end of each.",
            [.. jobs.GroupBy(NameOf).Select(line => new BarRow(
                line.Key, DisplayText.Duration(new TimeSpan(line.Sum(job => (End(job, now) - job.Started).Ticks))),
                [.. line.Select(job => (
                    (job.Started - start).TotalSeconds / whole, (End(job, now) - job.Started).TotalSeconds / whole,
                    job.Status is SyncJobStatus.Error ? "failed" : "updated"))]))]);
        Section.Note(page, "A red bar stands for a pass with failed records.");
        DataTable.Write(
            page, "Begin and end of each mapping and direction; times are UTC", jobs,
            Column<BcSyncJob>.Text("Mapping", NameOf),
            Column<BcSyncJob>.Second("Started", job => job.Started),
            Column<BcSyncJob>.Second("Finished", job => job.Finished),
            Column<BcSyncJob>.Text("Took", job => DisplayText.Duration(End(job, now) - job.Started), "number"),
            new("Status", (html, job) => Badge.Write(html, job.Status)));
    }

    private static DateTimeOffset End(BcSyncJob job, DateTimeOffset now) => job.Finished ?? now;

    private static string NameOf(BcSyncJob job) => $"{job.Mapping} · {DisplayText.Direction(job.Direction)}";
}
