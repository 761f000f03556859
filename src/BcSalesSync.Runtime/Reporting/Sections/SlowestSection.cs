using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Reporting.Charts;
using BcSalesSync.Runtime.Reporting.Figures;
using BcSalesSync.Runtime.Reporting.Markup;

namespace BcSalesSync.Runtime.Reporting.Sections;

/// <summary>The jobs that took longest.</summary>
internal static class SlowestSection
{
    /// <summary>Writes the section.</summary>
    public static void Write(Html page, SyncReport report)
    {
        var jobs = report.Slowest;
        if (jobs.Count == 0)
        {
            Section.Note(page, "No job has ended in this time.");
            return;
        }

        var most = Math.Max(Took(jobs[0]).TotalSeconds, double.Epsilon);
        BarChart.Write(
            page, "The slowest runs", $"The slowest took {DisplayText.Duration(Took(jobs[0]))}: {jobs[0].Mapping}. The table after the chart has all of them.",
            [.. jobs.Select(job => BarRow.Of(
                $"{job.Mapping} · {DisplayText.Direction(job.Direction)}", DisplayText.Duration(Took(job)), Took(job).TotalSeconds / most,
                job.Status is SyncJobStatus.Error ? "failed" : "updated"))]);
        DataTable.Write(
            page, "The slowest runs; times are UTC", jobs,
            Column<BcSyncJob>.Text("Mapping or job", job => job.Mapping),
            Column<BcSyncJob>.Text("Type", job => DisplayText.Words(job.Type)),
            Column<BcSyncJob>.Text("Direction", job => DisplayText.Direction(job.Direction)),
            Column<BcSyncJob>.Second("Started", job => job.Started),
            Column<BcSyncJob>.Text("Took", job => DisplayText.Duration(Took(job)), "number"),
            Column<BcSyncJob>.Number("Records", RecordsOf),
            new("Status", (html, job) => Badge.Write(html, job.Status)),
            Column<BcSyncJob>.Text("Message", job => job.Message, "wide"));
    }

    private static TimeSpan Took(BcSyncJob job) => job.Duration ?? TimeSpan.Zero;

    private static long RecordsOf(BcSyncJob job) =>
        (long)job.Inserted + job.Modified + job.Deleted + job.Unchanged + job.Skipped + job.Failed + job.Coupled + job.Uncoupled;
}
