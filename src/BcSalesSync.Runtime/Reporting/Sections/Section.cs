using BcSalesSync.Runtime.Reporting.Figures;
using BcSalesSync.Runtime.Reporting.Markup;

namespace BcSalesSync.Runtime.Reporting.Sections;

/// <summary>A part of the page.</summary>
/// <param name="Id">Where links of the page lead.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Write">Writes what stands below the heading.</param>
internal sealed record Section(string Id, string Heading, Action<Html, SyncReport> Write)
{
    /// <summary>All of them, in the order of the page.</summary>
    public static IReadOnlyList<Section> All { get; } =
    [
        new("mappings", "Mappings", MappingSection.Write),
        new("activity", "Activity", ActivitySection.Write),
        new("errors", "Errors", ErrorSection.Write),
        new("overwritten", "Conflicts and overwritten values", OverwrittenSection.Write),
        new("full", "Full synchronisation", FullSyncSection.Write),
        new("slowest", "Slowest runs", SlowestSection.Write),
        new("requests", "Requests and throttling", RequestSection.Write),
        new("schedule", "Schedule", ScheduleSection.Write),
    ];

    /// <summary>A paragraph that explains.</summary>
    public static void Note(Html page, string text) => page.Element("p", text, ("class", "note"));

    /// <summary>A paragraph that tells what to type next.</summary>
    public static void Next(Html page, string text, string command)
    {
        using (page.Open("p", ("class", "note")))
        {
            page.Text(text + " ");
            page.Element("code", command);
        }
    }
}
