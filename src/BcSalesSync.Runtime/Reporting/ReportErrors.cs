using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Connections;

namespace BcSalesSync.Runtime.Reporting;

/// <summary>Why a report cannot be made.</summary>
internal static class ReportErrors
{
    /// <summary>The file cannot be written.</summary>
    public static SyncException FileUnwritable(string path, Exception problem) => ConnectionProblem.Create(
        FailureClass.Configuration,
        "BcSync.Report.FileUnwritable",
        $"The report '{path}' cannot be written. {problem.Message}",
        "Check that the folder exists and may be written to, and close the file in other programs.",
        problem);
}
