using BcSalesSync.Contracts;
using BcSalesSync.Engine.Changes.Translating.Currencies;
using BcSalesSync.Engine.Changes.Translating.Orders;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Engine.FullSync;

/// <summary>Builds the lines of the full synchronisation review from the mappings and what both sides hold.</summary>
internal sealed class ReviewBuilder(EndpointPair endpoints, MappingSet mappings)
{
    private readonly OrderSetup orders = new(endpoints, mappings.Setup);
    private const string UnitTable = "uom";
    private const string UnitGroupTable = "uomschedule";

    /// <summary>One line for each mapping that takes part, in the order of runs.</summary>
    public Task<IReadOnlyList<BcFullSyncLine>> BuildAsync(CancellationToken cancellationToken) =>
        BuildAsync([.. mappings.All.Where(mapping => !mapping.IsPart)], cancellationToken);

    /// <summary>
    /// One line for each of the mappings that takes part, in their order. The systems are asked about no other, and about all of these at once:
    /// a person waits for it.
    /// </summary>
    public async Task<IReadOnlyList<BcFullSyncLine>> BuildAsync(IEnumerable<TableMapping> chosen, CancellationToken cancellationToken) =>
        await Task.WhenAll(chosen.Where(mapping => mapping.Enabled).Select(mapping => LineAsync(mapping, cancellationToken))).ConfigureAwait(false);

    /// <summary>False for a line of a mapping that this connection cannot serve; its message says why.</summary>
    public static bool CanRun(BcFullSyncLine line) => line.Message is null || line.Action is not null;

    private async Task<BcFullSyncLine> LineAsync(TableMapping mapping, CancellationToken cancellationToken)
    {
        if (FieldAvailability.Obstacle(mapping, await OfferedAsync(mapping, cancellationToken).ConfigureAwait(false)) is { } obstacle)
            return Line(mapping, FullSyncRecommendation.NoRecords, 0) with { Message = obstacle };
        var company = (await endpoints.Sales.GetFactsAsync(cancellationToken).ConfigureAwait(false)).CompanyId;
        var counts = await Task.WhenAll(
            CountAsync(mapping, SystemSide.BusinessCentral, mapping.BcTable, company, cancellationToken),
            CountAsync(mapping, SystemSide.Sales, Counted(mapping), company, cancellationToken)).ConfigureAwait(false);
        var (bc, sales) = (counts[0], counts[1]);
        var onlyBase = mapping.SalesTable == LocalCurrency.Table && sales == 1 && await HasRateOneAsync(cancellationToken).ConfigureAwait(false);
        return Line(
            mapping,
            Recommendations.For(mapping, bc, sales, onlyBase),
            mapping.Direction.Passes().Sum(pass => pass is SyncDirection.ToSales ? bc : sales));
    }

    private BcFullSyncLine Line(TableMapping mapping, FullSyncRecommendation recommendation, int total) => new()
    {
        RunId = null,
        Mapping = mapping.Name,
        DependsOn = mappings.PredecessorsOf(mapping),
        Recommendation = recommendation,
        Action = Recommendations.DefaultAction(recommendation),
        Status = FullSyncStatus.NotStarted,
        ToSalesStatus = SyncOutcome.None,
        ToBusinessCentralStatus = SyncOutcome.None,
        Total = total,
        Message = MatchRemark.Of(mapping, Recommendations.DefaultAction(recommendation)),
    };

    // Units come with their groups, so the groups tell whether Sales has any of its own (spec/engine.md 4.3).
    private static string Counted(TableMapping mapping) => mapping.SalesTable is UnitTable ? UnitGroupTable : mapping.SalesTable;

    private async Task<OfferedTables> OfferedAsync(TableMapping mapping, CancellationToken cancellationToken) => new(
        await endpoints.BusinessCentral.GetSchemaAsync(mapping.BcTable, cancellationToken).ConfigureAwait(false),
        await endpoints.Sales.GetSchemaAsync(mapping.SalesTable, cancellationToken).ConfigureAwait(false),
        (await endpoints.BusinessCentral.GetFactsAsync(cancellationToken).ConfigureAwait(false)).Tier);

    private async Task<int> CountAsync(TableMapping mapping, SystemSide side, string table, Guid? company, CancellationToken cancellationToken)
    {
        var endpoint = endpoints.On(side);
        if (await endpoint.GetSchemaAsync(table, cancellationToken).ConfigureAwait(false) is null)
            return 0;
        var setup = await orders.WriteInOfAsync(mapping, cancellationToken).ConfigureAwait(false);
        return await endpoint.CountAsync(table, setup.FilterOn(mapping, side, company), cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> HasRateOneAsync(CancellationToken cancellationToken)
    {
        await foreach (var page in endpoints.Sales.ReadAsync(LocalCurrency.Table, ["exchangerate"], Filter.All, cancellationToken).ConfigureAwait(false))
            return page.All(row => row["exchangerate"] == FieldValue.Number(1));
        return false;
    }
}
