using BcSalesSync.Sandbox.BusinessCentral.Schema;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

// API v2.0 calls the types of lines by names of its own.
internal static class LineTypeNames
{
    public static readonly IReadOnlyList<string> All =
        ["Comment", "Account", "Item", "Resource", "Fixed Asset", "Charge", "Allocation Account"];

    public static string Shown(string type) => All[Array.IndexOf(SalesLineTable.Types, type)];

    public static string Stored(string name) => All.Contains(name)
        ? SalesLineTable.Types[All.ToList().IndexOf(name)]
        : throw BcException.Refused("Unknown", $"'{name}' is not an option. The existing options are: {string.Join(',', All)}");
}
