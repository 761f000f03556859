using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Reporting.Figures;
using BcSalesSync.Runtime.Reporting.Markup;

namespace BcSalesSync.Runtime.Reporting.Sections;

/// <summary>What was sent, and how often the systems asked to send less.</summary>
internal static class RequestSection
{
    /// <summary>Writes the section.</summary>
    public static void Write(Html page, SyncReport report)
    {
        Section.Note(page, "Requests of the session that made this page, since it connected. The log keeps none: figures of all "
            + "processes are the meters bcsync.requests, bcsync.retries and bcsync.throttled, which the service exports over OTLP.");
        DataTable.Write(
            page, "Requests of this session", report.Requests,
            Column<RequestFigures>.Text("System", side => side.Side is SystemSide.Sales ? "Sales" : "Business Central"),
            Column<RequestFigures>.Number("Requests", side => side.Sent),
            Column<RequestFigures>.Number("Sent again", side => side.Repeated),
            Column<RequestFigures>.Number("Throttled", side => side.Throttled),
            Column<RequestFigures>.Text("Pauses asked for", side => DisplayText.Duration(side.Pauses), "number"),
            Column<RequestFigures>.Text("Time in requests", side => DisplayText.Duration(side.Busy), "number"));
        var busy = report.Trouble.Kinds.Where(kind => kind.Class is FailureClass.Transient).Sum(kind => kind.Count);
        if (busy > 0)
            Section.Note(page, $"{DisplayText.Count(busy, "logged error is", "logged errors are")} transient: a system was busy or away for longer than retries go on.");
    }
}
