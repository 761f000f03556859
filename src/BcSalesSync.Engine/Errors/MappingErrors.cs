using System.Globalization;
using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Errors;

/// <summary>Problems with mappings.</summary>
internal static class MappingErrors
{
    public static BcSyncError NotSetUp(DateTimeOffset time) =>
        ErrorCatalog.Create(
            time,
            "BcSync.Mapping.NotSetUp",
            FailureClass.Configuration,
            "No mapping is set up for this connection.",
            "Run Initialize-BcSync first.");

    public static BcSyncError NotFound(DateTimeOffset time, string name, IEnumerable<string> names)
    {
        var known = string.Join(", ", names);
        return ErrorCatalog.Create(
            time,
            "BcSync.Mapping.NotFound",
            FailureClass.Configuration,
            $"There is no mapping '{name}'.{(known.Length == 0 ? " No mapping is set up." : $" Mappings: {known}.")}",
            known.Length == 0 ? "Run Initialize-BcSync." : "Give one of these names, or set the mapping up with Initialize-BcSync.");
    }

    public static BcSyncError NameTaken(DateTimeOffset time, string mapping) => Of(
        mapping,
        time,
        "BcSync.Mapping.NameTaken",
        $"There is a mapping {mapping} already.",
        "Give another name, or change the mapping with Set-BcTableMapping.");

    public static BcSyncError InvalidName(DateTimeOffset time, string mapping) => Of(
        mapping,
        time,
        "BcSync.Mapping.InvalidName",
        $"'{mapping}' cannot be the name of a mapping.",
        "Give up to 40 letters, digits, blanks, - and _, beginning with a letter.");

    public static BcSyncError CouplingsExist(DateTimeOffset time, string mapping, int couplings) => Of(
        mapping,
        time,
        "BcSync.Mapping.CouplingsExist",
        string.Create(CultureInfo.InvariantCulture, $"{mapping} has {couplings} couplings."),
        $"Remove them with it: Remove-BcTableMapping -Name '{mapping}' -RemoveCouplings. The records stay on both sides.");

    public static BcSyncError InUse(DateTimeOffset time, string mapping, string user, string row) => Of(
        mapping,
        time,
        "BcSync.Mapping.InUse",
        $"{user} translates {row} through {mapping}.",
        $"Remove that field first: Remove-BcFieldMapping -Mapping '{user}'.");

    public static BcSyncError NoDefault(DateTimeOffset time, string mapping) => Of(
        mapping,
        time,
        "BcSync.Mapping.NoDefault",
        $"{mapping} is a mapping of your own, so there is no default to go back to.",
        "Change it with Set-BcTableMapping and Set-BcFieldMapping, or read it from a file with Import-BcTableMapping.");

    public static BcSyncError FieldNotFound(DateTimeOffset time, string mapping, string field) => Of(
        mapping,
        time,
        "BcSync.Mapping.FieldNotFound",
        $"{mapping} has no row for {field}.",
        $"Look at the rows with Get-BcFieldMapping -Mapping '{mapping}', or add one with New-BcFieldMapping.");

    public static BcSyncError FieldAmbiguous(DateTimeOffset time, string mapping, string field, IEnumerable<string> rows) => Of(
        mapping,
        time,
        "BcSync.Mapping.FieldAmbiguous",
        $"{mapping} has several rows for {field}: {string.Join(", ", rows)}.",
        "Give both -BcField and -SalesField.");

    public static BcSyncError FieldBuiltIn(DateTimeOffset time, string mapping, string row) => Of(
        mapping,
        time,
        "BcSync.Mapping.FieldBuiltIn",
        $"{row} of {mapping} is set by the engine itself and cannot be changed.",
        "Leave it as it is.");

    public static BcSyncError TablesFixed(DateTimeOffset time, string mapping, int couplings) => Of(
        mapping,
        time,
        "BcSync.Mapping.TablesFixed",
        string.Create(CultureInfo.InvariantCulture, $"{mapping} has {couplings} couplings, so its tables cannot become others."),
        $"Remove the mapping first: Remove-BcTableMapping -Name '{mapping}' -RemoveCouplings. Or give this one another name.");

    public static BcSyncError EntryInvalid(DateTimeOffset time, string mapping, string problem) => Of(
        mapping,
        time,
        "BcSync.Mapping.EntryInvalid",
        problem,
        "Correct the file. Export-BcTableMapping writes one to compare with.");

    public static BcSyncError FileInvalid(DateTimeOffset time, string path, string problem) => ErrorCatalog.Create(
        time,
        "BcSync.Mapping.FileInvalid",
        FailureClass.Configuration,
        $"'{path}' is no file of mappings. {problem}",
        "Correct the file. Export-BcTableMapping writes one to compare with.");

    public static BcSyncError FileUnreadable(DateTimeOffset time, string path, string problem) => ErrorCatalog.Create(
        time,
        "BcSync.Mapping.FileUnreadable",
        FailureClass.Configuration,
        $"The mapping file '{path}' cannot be read. {problem}",
        "Check the path, and close the file in other programs.");

    public static BcSyncError FileUnwritable(DateTimeOffset time, string path, string problem) => ErrorCatalog.Create(
        time,
        "BcSync.Mapping.FileUnwritable",
        FailureClass.Configuration,
        $"The mapping file '{path}' cannot be written. {problem}",
        "Check that the folder exists and may be written to, and close the file in other programs.");

    private static BcSyncError Of(string mapping, DateTimeOffset time, string errorId, string message, string nextStep) =>
        ErrorCatalog.Create(time, errorId, FailureClass.Configuration, message, nextStep) with { Mapping = mapping };
}
