using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Engine.Runs.Inspection;

/// <summary>Says of each feature beyond master data how far this connection serves it (spec/wire-bc.md 9.4, spec/wire-dataverse.md 10).</summary>
internal sealed class FeatureChecks(EndpointPair endpoints, int tier)
{
    private const int CompanionTier = 2;
    private const string Companion = "Install the companion app in Business Central, then connect again.";
    private const string OrderNumber = "bcbi_businesscentralordernumber";
    private const string Install = "Import the Business Central integration solution into Sales, then connect again.";

    private bool HasCompanion => tier >= CompanionTier;

    /// <summary>The lines, one a feature.</summary>
    public async Task<IReadOnlyList<BcCheck>> RunAsync(CancellationToken cancellationToken) =>
    [
        await OrdersAsync(cancellationToken).ConfigureAwait(false),
        await QuotesAsync(cancellationToken).ConfigureAwait(false),
        await StatisticsAsync(cancellationToken).ConfigureAwait(false),
        HasCompanion
            ? Checks.Passed("Deletions", "Deletions in Business Central are told.")
            : Checks.Warning("Deletions", "Deletions in Business Central are found by comparison only: Repair-BcCoupling finds them.", Companion),
    ];

    private async Task<BcCheck> OrdersAsync(CancellationToken cancellationToken)
    {
        const string Check = "Orders";
        if (await endpoints.Sales.GetSchemaAsync("salesorder", cancellationToken).ConfigureAwait(false) is not { } orders)
            return Checks.Warning(Check, "Sales has no orders.", "Install Dynamics 365 Sales in the environment.");
        if (!orders.Columns.ContainsKey(OrderNumber))
            return Checks.Warning(Check, "Orders of Sales have no column for their number in Business Central, and order integration cannot be turned on.", Install);
        return HasCompanion
            ? Checks.Passed(Check, "Orders can travel from Sales to Business Central, and both ways.")
            : Checks.Warning(
                Check, "Orders can travel from Sales to Business Central only, and what API v2.0 does not take is left out and named with each order.", Companion);
    }

    private async Task<BcCheck> QuotesAsync(CancellationToken cancellationToken)
    {
        const string Check = "Quotes";
        if (await endpoints.Sales.GetSchemaAsync("quote", cancellationToken).ConfigureAwait(false) is null)
            return Checks.Warning(Check, "Sales has no quotes.", "Install Dynamics 365 Sales in the environment.");
        return HasCompanion
            ? Checks.Passed(Check, "Quotes can be processed in Business Central, revisions included.")
            : Checks.Warning(
                Check, "Quotes can be processed in Business Central, but earlier revisions are not archived there.", Companion);
    }

    private async Task<BcCheck> StatisticsAsync(CancellationToken cancellationToken)
    {
        const string Check = "Account statistics";
        if (await endpoints.Sales.GetSchemaAsync("nav_accountstatistics", cancellationToken).ConfigureAwait(false) is null)
            return Checks.Warning(Check, "Sales has no table for account statistics.", Install);
        return HasCompanion
            ? Checks.Passed(Check, "Accounts can show all figures of their customers.")
            : Checks.Warning(Check, "Accounts can show the balance and the overdue amount of their customers only.", Companion);
    }
}
