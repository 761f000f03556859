using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Engine.Runs;

/// <summary>
/// What Sales has to say, and to be told, when orders begin or cease to travel: it must have the integration's solution, no order may be left
/// halfway, and it is told whether another system takes its orders over (spec/documents.md 0.1, scenario ORD-173).
/// </summary>
internal sealed class OrderIntegrationSwitch(EngineParts parts)
{
    private const string Solutions = "solution";
    private const string Solution = "MicrosoftDynamicsNavIntegration";
    private const string Organization = "organization";
    private const string Flag = "issopintegrationenabled";
    private const string Orders = "salesorder";
    private const int CompanionTier = 2;
    private const string SalesSetup = "salesSetup";
    private const string ArchiveOrders = "archiveOrders";
    private const string ArchiveStep = "Turn on Archive Orders in Sales & Receivables Setup of Business Central. Without it nothing is left of an order that "
        + "was posted, and Sales does not get its last quantities and amounts.";
    private const string WithoutCompanion = "Know what stays behind without the companion app: orders in Sales learn that they were "
        + "released, shipped, invoiced or deleted, but not Ship-to and Bill-to addresses, Requested Delivery Date, Last Shipment Date, Shipping "
        + "Agent, Payment Terms, Salesperson, and what they come to, when those change in Business Central; a partly invoiced order stays "
        + "Submitted.";

    private const string Limits = "Know what stays behind: where an item's price includes VAT, that is taken out of it when an order is taken "
        + "over, but not of lines that a seller adds later; freight that becomes 0 in Sales keeps its line, at price 0.";

    private const string Submitted = "statecode eq 1 and (bcbi_companyid eq {company} or bcbi_companyid eq null)";

    /// <summary>Makes sure that the switch may be turned.</summary>
    /// <exception cref="SyncException">The solution is missing, or submitted orders are left.</exception>
    public async Task CheckAsync(BcSyncSetup before, BcSyncSetup after, CancellationToken cancellationToken)
    {
        if (before.SalesOrderIntegration is SalesOrderIntegration.None && after.SalesOrderIntegration is not SalesOrderIntegration.None)
            await RequireSolutionAsync(cancellationToken).ConfigureAwait(false);
        if (before.SalesOrderIntegration is SalesOrderIntegration.OneWay && after.SalesOrderIntegration is SalesOrderIntegration.None)
            await RequireNoneSubmittedAsync(cancellationToken).ConfigureAwait(false);
        if (after.SalesOrderIntegration is SalesOrderIntegration.TwoWay && before.SalesOrderIntegration is not SalesOrderIntegration.TwoWay)
            await RequireCompanionAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What a person has to do in the systems themselves once the switch is turned.</summary>
    public async Task<IReadOnlyList<string>> NextStepsAsync(BcSyncSetup before, BcSyncSetup after, CancellationToken cancellationToken)
    {
        if (after.SalesOrderIntegration is SalesOrderIntegration.OneWay && before.SalesOrderIntegration is not SalesOrderIntegration.OneWay
            && (await parts.Endpoints.BusinessCentral.GetFactsAsync(cancellationToken).ConfigureAwait(false)).Tier < CompanionTier)
            return [WithoutCompanion];
        if (after.SalesOrderIntegration is not SalesOrderIntegration.TwoWay || before.SalesOrderIntegration is SalesOrderIntegration.TwoWay)
            return [];
        return await KeepsArchiveAsync(cancellationToken).ConfigureAwait(false) ? [Limits] : [ArchiveStep, Limits];
    }

    /// <summary>Tells Sales.</summary>
    public async Task TellAsync(BcSyncSetup before, BcSyncSetup after, CancellationToken cancellationToken)
    {
        if (before.SalesOrderIntegration == after.SalesOrderIntegration
            || await parts.Endpoints.Sales.GetSchemaAsync(Organization, cancellationToken).ConfigureAwait(false) is not { } schema
            || !schema.Columns.ContainsKey(Flag))
            return;
        var wanted = after.SalesOrderIntegration is not SalesOrderIntegration.None;
        await foreach (var page in parts.Endpoints.Sales.ReadAsync(Organization, [Flag], Filter.All, cancellationToken).ConfigureAwait(false))
        {
            RecordWrite[] writes =
            [
                .. page.Where(row => (row[Flag].Raw is true) != wanted).Select(row => new RecordWrite
                {
                    Kind = WriteKind.Update, Id = row.Id, Values = [new(Flag, FieldValue.Boolean(wanted))],
                }),
            ];
            if (writes.Length == 0)
                continue;
            var outcome = (await parts.Endpoints.Sales.WriteAsync(Organization, writes, cancellationToken).ConfigureAwait(false))[0];
            if (outcome.Status is not WriteStatus.Done)
                throw new SyncException(SetupErrors.OrganizationRefused(parts.Clock.GetUtcNow(), outcome.Failure?.Message ?? outcome.Status.ToString()));
        }
    }

    private async Task<bool> KeepsArchiveAsync(CancellationToken cancellationToken)
    {
        var system = parts.Endpoints.BusinessCentral;
        if (await system.GetSchemaAsync(SalesSetup, cancellationToken).ConfigureAwait(false) is not { } schema || !schema.Columns.ContainsKey(ArchiveOrders))
            return false;
        await foreach (var page in system.ReadAsync(SalesSetup, [ArchiveOrders], Filter.All, cancellationToken).ConfigureAwait(false))
        {
            if (page.Any(row => row[ArchiveOrders].Raw is true))
                return true;
        }

        return false;
    }

    private async Task RequireCompanionAsync(CancellationToken cancellationToken)
    {
        if ((await parts.Endpoints.BusinessCentral.GetFactsAsync(cancellationToken).ConfigureAwait(false)).Tier < CompanionTier)
            throw new SyncException(SetupErrors.TwoWayNeedsCompanion(parts.Clock.GetUtcNow()));
    }

    private async Task RequireSolutionAsync(CancellationToken cancellationToken)
    {
        if (await parts.Endpoints.Sales.GetSchemaAsync(Solutions, cancellationToken).ConfigureAwait(false) is null)
            return;
        var found = await parts.Endpoints.Sales
            .ReadByValueAsync(Solutions, ["uniquename"], "uniquename", [FieldValue.Text(Solution)], cancellationToken).ConfigureAwait(false);
        if (found.Count == 0)
            throw new SyncException(SetupErrors.SolutionMissing(parts.Clock.GetUtcNow(), Solution));
    }

    private async Task RequireNoneSubmittedAsync(CancellationToken cancellationToken)
    {
        if (await parts.Endpoints.Sales.GetSchemaAsync(Orders, cancellationToken).ConfigureAwait(false) is null)
            return;
        var company = (await parts.Endpoints.Sales.GetFactsAsync(cancellationToken).ConfigureAwait(false)).CompanyId;
        var left = await parts.Endpoints.Sales.CountAsync(Orders, MappingFilters.Parse(Submitted, company), cancellationToken).ConfigureAwait(false);
        if (left > 0)
            throw new SyncException(SetupErrors.OrdersSubmitted(parts.Clock.GetUtcNow(), left));
    }
}
