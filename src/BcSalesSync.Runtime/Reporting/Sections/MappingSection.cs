using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Reporting.Figures;
using BcSalesSync.Runtime.Reporting.Markup;

namespace BcSalesSync.Runtime.Reporting.Sections;

/// <summary>How each mapping stands.</summary>
internal static class MappingSection
{
    /// <summary>Writes the section.</summary>
    public static void Write(Html page, SyncReport report)
    {
        if (report.Mappings.Count == 0)
        {
            Section.Next(page, "There are no mappings. Create the default ones:", "Initialize-BcSync");
            return;
        }

        DataTable.Write(
            page, "Status of each mapping; times are UTC", report.Mappings,
            Column<MappingFigures>.Text("Mapping", mapping => mapping.Status.Mapping),
            new("State", (html, mapping) => Badge.Write(html, mapping)),
            Column<MappingFigures>.Number("Coupled", mapping => mapping.Status.Couplings),
            Column<MappingFigures>.Number("Skipped", mapping => mapping.Status.Skipped),
            Column<MappingFigures>.Number("Failed", mapping => mapping.Status.Failed),
            new("Last to Sales", (html, mapping) => Last(html, mapping, mapping.ToSales, SyncDirection.ToSales), "time"),
            new("Last to Business Central", (html, mapping) => Last(html, mapping, mapping.ToBusinessCentral, SyncDirection.ToBusinessCentral), "time"),
            Column<MappingFigures>.Text("Last run", mapping => mapping.Status.LastRun is { } last ? DisplayText.Age(report.Made - last) : null, "time"),
            Column<MappingFigures>.Text("Next step", NextStep, "wide"));
        Section.Note(page, "A mapping is late when it has been due for longer than its interval; see the schedule below.");
    }

    private static string? NextStep(MappingFigures mapping) => mapping switch
    {
        { Status.Message: { } message } => message,
        { Freshness: Freshness.Late } => "Run Invoke-BcSyncSchedule, and look why nothing does.",
        { Freshness: Freshness.OnHold } => $"Set-BcSyncSchedule '{mapping.Status.Mapping}' -OnHold $false",
        { Status.LastResult: SyncJobStatus.Error } => $"Get-BcSyncError '{mapping.Status.Mapping}'",
        _ => null,
    };

    private static void Last(Html page, MappingFigures mapping, BcSyncJob? job, SyncDirection direction)
    {
        if (job is null)
        {
            page.Element("span", mapping.Status.Direction is SyncDirection.Both || mapping.Status.Direction == direction ? "none" : "–", ("class", "faint"));
            return;
        }

        page.Element("time", DisplayText.Time(job.Finished ?? job.Started));
        page.Text(" ");
        Badge.Write(page, job.Status);
    }
}
