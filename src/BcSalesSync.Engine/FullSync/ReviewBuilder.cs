using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Engine.FullSync;

/// <summary>Builds the lines of the full synchronisation review from the mappings and what both sides hold.</summary>
internal sealed class ReviewBuilder(EndpointPair endpoints, MappingSet mappings)
{
    private const string SalespeopleMapping = "SALESPEOPLE";
    private const string CurrencyTable = "transactioncurrency";

    /// <summary>One line for each mapping that takes part, in the order of runs.</summary>
    public async Task<IReadOnlyList<BcFullSyncLine>> BuildAsync(CancellationToken cancellationToken)
    {
        var lines = new List<BcFullSyncLine>();
        foreach (var mapping in mappings.All.Where(TakesPart))
            lines.Add(await LineAsync(mapping, cancellationToken).ConfigureAwait(false));
        return lines;
    }

    private bool TakesPart(TableMapping mapping) =>
        mapping.Enabled && !(mapping.Name == SalespeopleMapping && mappings.Setup.OwnershipModel is OwnershipModel.Team);

    private async Task<BcFullSyncLine> LineAsync(TableMapping mapping, CancellationToken cancellationToken)
    {
        var company = (await endpoints.Sales.GetFactsAsync(cancellationToken).ConfigureAwait(false)).CompanyId;
        var bc = await CountAsync(mapping, SystemSide.BusinessCentral, mapping.BcTable, company, cancellationToken).ConfigureAwait(false);
        var sales = await CountAsync(mapping, SystemSide.Sales, mapping.SalesTable, company, cancellationToken).ConfigureAwait(false);
        var onlyBase = mapping.SalesTable == CurrencyTable && sales == 1 && await HasRateOneAsync(cancellationToken).ConfigureAwait(false);
        var recommendation = Recommendations.For(mapping, bc, sales, onlyBase);
        var action = Recommendations.DefaultAction(recommendation);
        return new BcFullSyncLine
        {
            RunId = null,
            Mapping = mapping.Name,
            DependsOn = mapping.DependsOn,
            Recommendation = recommendation,
            Action = action,
            Status = FullSyncStatus.NotStarted,
            ToSalesStatus = SyncOutcome.None,
            ToBusinessCentralStatus = SyncOutcome.None,
            Total = mapping.Direction.Passes().Sum(pass => pass is SyncDirection.ToSales ? bc : sales),
            Message = MatchRemark.Of(mapping, action),
        };
    }

    private async Task<int> CountAsync(TableMapping mapping, SystemSide side, string table, Guid? company, CancellationToken cancellationToken)
    {
        var endpoint = endpoints.On(side);
        return await endpoint.GetSchemaAsync(table, cancellationToken).ConfigureAwait(false) is null
            ? 0 : await endpoint.CountAsync(table, mapping.FilterOn(side, company), cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> HasRateOneAsync(CancellationToken cancellationToken)
    {
        await foreach (var page in endpoints.Sales.ReadAsync(CurrencyTable, ["exchangerate"], Filter.All, cancellationToken).ConfigureAwait(false))
            return page.All(row => row["exchangerate"] == FieldValue.Number(1));
        return false;
    }
}
