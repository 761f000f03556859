using BcSalesSync.Runtime.Reporting.Figures;
using BcSalesSync.Runtime.Reporting.Markup;

namespace BcSalesSync.Runtime.Reporting.Sections;

/// <summary>The numbers that people look for first.</summary>
internal static class TileSection
{
    /// <summary>Writes them.</summary>
    public static void Write(Html page, SyncReport report)
    {
        var status = report.Mappings.Select(mapping => mapping.Status).ToList();
        var total = report.History.Total;
        using (page.Open("ul", ("class", "tiles")))
        {
            Tile(page, status.Sum(line => (long)line.Couplings), "coupled records");
            Tile(page, total.Written, "records written", $"{DisplayText.Number(total.Created)} created, {DisplayText.Number(total.Updated)} updated, {DisplayText.Number(total.Deleted)} deleted");
            Tile(page, status.Sum(line => (long)line.Failed), "failed now", isTrouble: true);
            Tile(page, status.Sum(line => (long)line.Skipped), "skipped now", isTrouble: true);
            Tile(page, report.Trouble.Errors, "errors logged", $"of {DisplayText.Count(report.Trouble.Kinds.Count, "kind", "kinds")}");
            Tile(page, report.Trouble.Lost, "values overwritten");
            Tile(page, report.Mappings.Count(mapping => mapping.Freshness is Freshness.Late), "mappings late", isTrouble: true);
            Tile(page, total.Jobs, "jobs");
        }
    }

    private static void Tile(Html page, long number, string name, string? more = null, bool isTrouble = false)
    {
        using (page.Open("li", ("class", isTrouble && number > 0 ? "tile trouble" : "tile")))
        {
            page.Element("strong", DisplayText.Number(number));
            page.Element("span", name);
            if (more is not null)
                page.Element("small", more);
        }
    }
}
