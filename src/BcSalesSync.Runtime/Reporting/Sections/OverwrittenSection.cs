using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Reporting.Charts;
using BcSalesSync.Runtime.Reporting.Figures;
using BcSalesSync.Runtime.Reporting.Markup;

namespace BcSalesSync.Runtime.Reporting.Sections;

/// <summary>Where both sides wanted something else.</summary>
internal static class OverwrittenSection
{
    private const int MostBars = 10;

    /// <summary>Writes the section.</summary>
    public static void Write(Html page, SyncReport report)
    {
        var trouble = report.Trouble;
        Section.Note(page, trouble.Conflicts == 0
            ? "No conflict was left to a person in this time."
            : $"{DisplayText.Count(trouble.Conflicts, "conflict was", "conflicts were")} left to a person; they stand among the errors.");
        if (trouble.Lost == 0)
        {
            Section.Note(page, "No value that somebody had set was written over.");
            return;
        }

        var most = (double)trouble.LostFields[0].Count;
        BarChart.Write(
            page, "Values written over, by field", "Values that somebody had set on one side, and that the other side won over. The tables after the chart have all numbers.",
            [.. trouble.LostFields.Take(MostBars).Select(field =>
                BarRow.Of($"{field.Mapping} · {field.Field}", DisplayText.Number(field.Count), field.Count / most, "conflict"))]);
        DataTable.Write(
            page, "Values written over, by field", trouble.LostFields,
            Column<LostField>.Text("Mapping", field => field.Mapping),
            Column<LostField>.Text("Field", field => field.Field, "id"),
            Column<LostField>.Number("Values", field => field.Count));
        DataTable.Write(
            page, "The latest of them, newest first; times are UTC", trouble.LatestLost,
            Column<BcOverwrittenValue>.Time("Time", value => value.Time),
            Column<BcOverwrittenValue>.Text("Mapping", value => value.Mapping),
            Column<BcOverwrittenValue>.Text("Direction", value => DisplayText.Direction(value.Direction)),
            Column<BcOverwrittenValue>.Text("Record", value => DisplayText.Record(value.BcNo, value.SalesName, value.BcId, value.SalesId)),
            Column<BcOverwrittenValue>.Text("Field", value => value.Field, "id"),
            Column<BcOverwrittenValue>.Text("Lost", value => value.LostValue ?? "(empty)", "wide"),
            Column<BcOverwrittenValue>.Text("Stands now", value => value.KeptValue ?? "(empty)", "wide"));
        Section.Next(page, "All of them:", "Get-BcOverwrittenValue");
    }
}
