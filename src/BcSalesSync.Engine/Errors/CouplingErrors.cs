using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Errors;

/// <summary>Problems with couplings and their files.</summary>
internal static class CouplingErrors
{
    public static BcSyncError InvalidRow(DateTimeOffset time, string origin, string? column, string problem, string nextStep) =>
        ErrorCatalog.Create(
            time,
            "BcSync.Coupling.InvalidRow",
            FailureClass.Data,
            column is null ? $"{origin}: {problem}" : $"{origin}, column {column}: {problem}",
            nextStep);

    public static BcSyncError FileUnreadable(DateTimeOffset time, string path, string reason) =>
        ErrorCatalog.Create(
            time,
            "BcSync.Coupling.FileUnreadable",
            FailureClass.Configuration,
            $"The coupling file '{path}' cannot be read. {reason}",
            "Check the path, close the file in other programs, and see that it has a heading line and rows.");

    public static BcSyncError FileUnwritable(DateTimeOffset time, string path, string reason) =>
        ErrorCatalog.Create(
            time,
            "BcSync.Coupling.FileUnwritable",
            FailureClass.Configuration,
            $"The coupling file '{path}' cannot be written. {reason}",
            "Check that the folder exists and may be written to, and close the file in other programs.");

    public static BcSyncError FileHeadings(DateTimeOffset time, string path, string problem, string known) =>
        ErrorCatalog.Create(
            time,
            "BcSync.Coupling.FileHeadings",
            FailureClass.Configuration,
            $"The coupling file '{path}' cannot be used. {problem}",
            $"Name the columns {known}, or give -Mapping for the whole file and -Delimiter if columns are separated in another way.");

    public static BcSyncError InvalidDelimiter(DateTimeOffset time, string delimiter) =>
        ErrorCatalog.Create(
            time,
            "BcSync.Coupling.InvalidDelimiter",
            FailureClass.Configuration,
            $"'{delimiter}' cannot separate columns.",
            "Give one character such as , or ; or a tab.");

    public static BcSyncError InvalidCulture(DateTimeOffset time, string culture) =>
        ErrorCatalog.Create(
            time,
            "BcSync.Coupling.InvalidCulture",
            FailureClass.Configuration,
            $"There is no culture '{culture}'.",
            "Give a name such as de-DE, or leave it out.");
}
