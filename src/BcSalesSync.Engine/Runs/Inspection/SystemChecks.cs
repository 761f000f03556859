using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Engine.Runs.Inspection;

/// <summary>What the facts of the two systems and the switches say by themselves. Pure.</summary>
internal static class SystemChecks
{
    private const int CompanionTier = 2;

    /// <summary>The lines, in the order of set-up.</summary>
    public static IEnumerable<BcCheck> Of(EndpointFacts bc, EndpointFacts sales, BcSyncSetup setup, IReadOnlyList<TableMapping> mappings)
    {
        yield return bc.Tier >= CompanionTier
            ? Checks.Passed("Companion app", "Installed: all fields, deletions and gap-free changes are served.")
            : Checks.Warning(
                "Companion app",
                "Not installed: resources, unit groups, price lists and some fields are not served, and deletions in Business Central are found by comparison only.",
                "Install the companion app in Business Central, then connect again.");
        yield return sales.CompanyId is not null
            ? Checks.Passed("Company in Sales", "Sales has a row for the company; records are marked with it.")
            : Checks.Warning(
                "Company in Sales",
                "Sales has no row for the company, so rows are not marked and not filtered by it.",
                "Import the base integration solution into Sales and add a bcbi_company row whose bcbi_externalid is the id of the company.");
        yield return OwningTeam(sales, setup);
        yield return setup.OptionChanges
            ? Checks.Passed("Option changes", "Options of Sales may be added and relabelled.")
            : Checks.Passed("Option changes", "Options of Sales are coupled as they are and not changed; Set-BcSyncSetup -OptionChanges $true allows it.");
        yield return Mappings(mappings);
    }

    private static BcCheck Mappings(IReadOnlyList<TableMapping> mappings) =>
        (mappings.Count, mappings.Count(mapping => mapping.Enabled)) switch
        {
            (0, _) => Checks.Failed("Mappings", "No table mapping is set up.", "Run Initialize-BcSync."),
            (_, 0) => Checks.Warning(
                "Mappings",
                "All table mappings are turned off, so nothing is synchronised by itself.",
                "Turn on those that are wanted: Set-BcTableMapping -Name <name> -Enabled $true."),
            var (all, on) when on < all => Checks.Passed("Mappings", $"{all} table mappings are set up, {on} of them turned on."),
            var (all, _) => Checks.Passed("Mappings", $"{all} table mappings are set up."),
        };

    private static BcCheck OwningTeam(EndpointFacts sales, BcSyncSetup setup)
    {
        if (sales.DefaultOwningTeamId is not null)
            return Checks.Passed("Owning team", "The company's row names a team that owns what is created in Sales.");
        const string Message = "The company's row in Sales names no default owning team, so new rows belong to the signed-in user.";
        const string Action = "Set bcbi_defaultowningteam on the company's row in Sales.";
        return setup.OwnershipModel is OwnershipModel.Team
            ? Checks.Failed("Owning team", Message, Action)
            : Checks.Warning("Owning team", Message, Action);
    }
}
