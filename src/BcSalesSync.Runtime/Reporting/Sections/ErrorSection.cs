using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Reporting.Charts;
using BcSalesSync.Runtime.Reporting.Figures;
using BcSalesSync.Runtime.Reporting.Markup;

namespace BcSalesSync.Runtime.Reporting.Sections;

/// <summary>What failed and what to do about it.</summary>
internal static class ErrorSection
{
    private const int MostBars = 10;

    /// <summary>Writes the section.</summary>
    public static void Write(Html page, SyncReport report)
    {
        var trouble = report.Trouble;
        if (trouble.Errors == 0)
        {
            Section.Note(page, "No error was logged in this time.");
            return;
        }

        var most = (double)trouble.Kinds[0].Count;
        BarChart.Write(
            page, "Errors by what went wrong", $"Most frequent is {trouble.Kinds[0].ErrorId}. The table after the chart has all numbers.",
            [.. trouble.Kinds.Take(MostBars).Select(kind => BarRow.Of(kind.ErrorId, DisplayText.Number(kind.Count), kind.Count / most, "failed"))]);
        DataTable.Write(
            page, "Errors by what went wrong, most frequent first; times are UTC", trouble.Kinds,
            Column<ErrorKind>.Text("Error", kind => kind.ErrorId, "id"),
            new("Class", (html, kind) => Badge.Write(html, kind.Class)),
            Column<ErrorKind>.Number("Count", kind => kind.Count),
            Column<ErrorKind>.Text("Mappings", kind => string.Join(", ", kind.Mappings)),
            Column<ErrorKind>.Time("Latest", kind => kind.Latest.Time),
            Column<ErrorKind>.Text("Next step", kind => kind.Latest.RecommendedAction, "wide"));
        DataTable.Write(
            page, "The latest errors, newest first; times are UTC", trouble.Latest,
            Column<BcSyncError>.Time("Time", error => error.Time),
            Column<BcSyncError>.Text("Mapping", error => error.Mapping),
            Column<BcSyncError>.Text("Direction", error => DisplayText.Direction(error.Direction)),
            Column<BcSyncError>.Text("Record", error => DisplayText.Record(error.BcNo, error.SalesName, error.BcId, error.SalesId)),
            Column<BcSyncError>.Text("Message", error => error.Message, "wide"),
            Column<BcSyncError>.Number("Attempts", error => error.Attempts),
            Column<BcSyncError>.Time("Next try", error => error.NextTry));
        Section.Next(page, "All of them:", "Get-BcSyncError");
    }
}
