using BcSalesSync.Runtime.Reporting.Figures;
using BcSalesSync.Runtime.Reporting.Markup;

namespace BcSalesSync.Runtime.Reporting.Sections;

/// <summary>What to do where nothing has been synchronised yet.</summary>
internal static class EmptySection
{
    private static readonly (string Command, string Purpose)[] Steps =
    [
        ("Initialize-BcSync", "creates the default mappings and the schedule"),
        ("Find-BcCouplingMatch CUSTOMER -UseField displayName | New-BcCoupling", "couples what exists on both sides, so that nothing is created twice"),
        ("Get-BcSyncPlan -Full", "tells what a full synchronisation would do, and why"),
        ("Start-BcFullSync -Action FullSync -Wait", "does it, and ends with the review"),
        ("Invoke-BcSyncSchedule", "runs what is due; in a runbook, or with -Continuous"),
    ];

    /// <summary>Writes the steps.</summary>
    public static void Write(Html page, SyncReport report)
    {
        using (page.Open("section", ("class", "card")))
        {
            page.Element("h2", "What to do next");
            using (page.Open("ol", ("class", "steps")))
            {
                foreach (var (command, purpose) in Steps.Skip(report.Mappings.Count > 0 ? 1 : 0))
                {
                    using (page.Open("li"))
                    {
                        page.Element("code", command);
                        page.Text(" " + purpose + ".");
                    }
                }
            }
        }
    }
}
