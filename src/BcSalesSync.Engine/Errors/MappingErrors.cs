using BcSalesSync.Contracts;
using BcSalesSync.Engine.Records.Filters;

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

    public static BcSyncError InvalidFilter(DateTimeOffset time, string mapping, SystemSide side, FilterSyntaxException problem) =>
        Of(
            mapping,
            time,
            "BcSync.Mapping.InvalidFilter",
            $"The {FilterName(side)} of {mapping} is not a filter. {problem.Message}",
            "Write conditions such as: statecode eq 0 and name ne null. {company} stands for the company's row in Sales.");

    public static BcSyncError UnknownFilterColumn(DateTimeOffset time, string mapping, SystemSide side, string column, string table) =>
        Of(
            mapping,
            time,
            "BcSync.Mapping.InvalidFilter",
            $"The {FilterName(side)} of {mapping} names '{column}', which {table} does not have.",
            "Check the spelling; upper and lower case count.");

    public static BcSyncError InvalidInterval(DateTimeOffset time, string mapping) =>
        Of(
            mapping,
            time,
            "BcSync.Mapping.InvalidInterval",
            $"The minutes between runs of {mapping} cannot be negative.",
            "Give minutes, or 0 for no scheduled runs.");

    public static BcSyncError NoFieldInDirection(DateTimeOffset time, string mapping, SyncDirection direction) =>
        Of(
            mapping,
            time,
            "BcSync.Mapping.NoFieldInDirection",
            $"{mapping} cannot go {Words(direction)}: none of its enabled fields does.",
            "Enable a field for this direction first, or choose another direction.") with { Direction = direction };

    public static BcSyncError OptionsOneWay(DateTimeOffset time, string mapping) =>
        Of(
            mapping,
            time,
            "BcSync.Mapping.OptionsOneWay",
            $"{mapping} couples codes with options of Sales, which carry no time of their last change: it can go one way only.",
            "Choose -Direction ToSales or ToBusinessCentral.");

    private static BcSyncError Of(string mapping, DateTimeOffset time, string errorId, string message, string nextStep) =>
        ErrorCatalog.Create(time, errorId, FailureClass.Configuration, message, nextStep) with { Mapping = mapping };

    private static string FilterName(SystemSide side) => side is SystemSide.Sales ? "Sales filter" : "Business Central filter";

    private static string Words(SyncDirection direction) => direction is SyncDirection.ToSales ? "to Sales" : "to Business Central";
}
