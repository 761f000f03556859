using BcSalesSync.Runtime.Reporting.Figures;
using BcSalesSync.Runtime.Reporting.Markup;
using BcSalesSync.Runtime.Reporting.Sections;

namespace BcSalesSync.Runtime.Reporting;

/// <summary>The page: one file without script that loads nothing from anywhere.</summary>
internal static class ReportPage
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    /// <summary>Writes the page.</summary>
    public static void Write(SyncReport report, Stream stream)
    {
        using var page = new Html(stream);
        using (page.Open("html", ("lang", "en")))
        {
            Head(page, report);
            using (page.Open("body"))
            using (page.Open("main"))
            {
                HeaderSection.Write(page, report);
                if (report.IsEmpty)
                    EmptySection.Write(page, report);
                else
                    Body(page, report);
                page.Element(
                    "footer", $"Made by Export-BcSyncReport at {DisplayText.Time(report.Made)} UTC for the connection {report.Connection.Name}. All times are UTC.");
            }
        }
    }

    private static void Head(Html page, SyncReport report)
    {
        using (page.Open("head"))
        {
            page.Empty("meta", ("charset", "utf-8"));
            page.Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy));
            page.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
            page.Empty("meta", ("name", "color-scheme"), ("content", "light dark"));
            page.Empty("meta", ("name", "referrer"), ("content", "no-referrer"));
            page.Element("title", $"Synchronisation report · {report.Connection.Company} · {DisplayText.Time(report.Made)} UTC");
            page.Style(ReportStyle.Css);
        }
    }

    private static void Body(Html page, SyncReport report)
    {
        TileSection.Write(page, report);
        using (page.Open("nav", ("aria-label", "Sections")))
        {
            foreach (var section in Section.All)
                page.Element("a", section.Heading, ("href", "#" + section.Id));
        }

        foreach (var section in Section.All)
        {
            using (page.Open("section", ("class", "card"), ("id", section.Id), ("aria-labelledby", section.Id + "-heading")))
            {
                page.Element("h2", section.Heading, ("id", section.Id + "-heading"));
                section.Write(page, report);
            }
        }
    }
}
