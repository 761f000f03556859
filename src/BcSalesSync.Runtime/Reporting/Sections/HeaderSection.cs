using BcSalesSync.Runtime.Reporting.Figures;
using BcSalesSync.Runtime.Reporting.Markup;

namespace BcSalesSync.Runtime.Reporting.Sections;

/// <summary>What the report is about, and how it all stands in one sentence.</summary>
internal static class HeaderSection
{
    private const int MostNamed = 4;

    /// <summary>Writes the top of the page.</summary>
    public static void Write(Html page, SyncReport report)
    {
        using (page.Open("header"))
        {
            page.Element("p", report.Connection.IsSandbox ? "Business Central and Sales · sandbox" : "Business Central and Sales", ("class", "above"));
            page.Element("h1", "Synchronisation report");
            using (page.Open("dl", ("class", "facts")))
            {
                Fact(page, "Company", report.Connection.Company);
                Fact(page, "Time", $"{DisplayText.Time(report.Since)} to {DisplayText.Time(report.Made)} UTC");
                Fact(page, "Business Central", report.Connection.BusinessCentralUrl);
                Fact(page, "Sales", report.Connection.SalesUrl);
            }

            var (text, look) = Verdict(report);
            page.Element("p", text, ("class", "verdict " + look));
        }
    }

    private static (string Text, string Look) Verdict(SyncReport report)
    {
        if (report.IsEmpty)
            return ("Nothing has been synchronised yet.", "plain");
        var troubled = report.Troubled.Select(mapping => mapping.Status.Mapping).ToList();
        if (troubled.Count == 0)
            return ("Everything that runs is in step: no mapping has failed or skipped records, and none is late.", "good");
        var named = string.Join(", ", troubled.Take(MostNamed)) + (troubled.Count > MostNamed ? $" and {troubled.Count - MostNamed} more" : string.Empty);
        return ($"{DisplayText.Count(troubled.Count, "mapping wants", "mappings want")} attention: {named}.", "bad");
    }

    private static void Fact(Html page, string name, string value)
    {
        using (page.Open("div"))
        {
            page.Element("dt", name);
            page.Element("dd", value);
        }
    }
}
