using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Reporting.Figures;
using BcSalesSync.Runtime.Reporting.Markup;

namespace BcSalesSync.Runtime.Reporting.Sections;

/// <summary>What runs by itself.</summary>
internal static class ScheduleSection
{
    /// <summary>Writes the section.</summary>
    public static void Write(Html page, SyncReport report)
    {
        if (report.Schedule.Count == 0)
        {
            Section.Next(page, "The schedule is empty. Create the default one:", "Initialize-BcSync");
            return;
        }

        DataTable.Write(
            page, "The schedule; times are UTC", report.Schedule,
            Column<BcScheduleEntry>.Text("Entry", entry => entry.Name),
            Column<BcScheduleEntry>.Text("What it does", entry => entry.Description, "wide"),
            Column<BcScheduleEntry>.Text("State", entry => DisplayText.Words(entry.State)),
            Column<BcScheduleEntry>.Text("Every", entry => DisplayText.Count(entry.IntervalMinutes, "minute", "minutes"), "number"),
            Column<BcScheduleEntry>.Text("When idle", entry => entry.IdleMinutes == 0 ? "by hand" : DisplayText.Count(entry.IdleMinutes, "minute", "minutes"), "number"),
            Column<BcScheduleEntry>.Time("Last run", entry => entry.LastRun),
            new("Result", (html, entry) => Badge.Write(html, entry.LastResult)),
            Column<BcScheduleEntry>.Number("Failed", entry => entry.LastFailed),
            Column<BcScheduleEntry>.Time("Next run", entry => entry.NextRun));
    }
}
