using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Couplings;

/// <summary>
/// Couples existing records of one mapping, many at once: names are resolved in few requests, and what fits is saved in one
/// transaction.
/// </summary>
/// <param name="endpoints">The two systems.</param>
/// <param name="setup">The switches, with what stands for written-in products in Business Central.</param>
/// <param name="state">The state.</param>
/// <param name="clock">The clock.</param>
/// <param name="admitsBeginnings">True when the beginning of a name will do.</param>
internal sealed class Coupler(EndpointPair endpoints, BcSyncSetup setup, IStateStore state, TimeProvider clock, bool admitsBeginnings)
{
    private readonly RecordResolver resolver = new(endpoints, admitsBeginnings);

    /// <summary>One decision for each pair of selectors, in order; what was not refused is saved.</summary>
    public async Task<IReadOnlyList<PairDecision>> CoupleAsync(
        TableMapping mapping, IReadOnlyList<RecordSelector> pairs, CancellationToken cancellationToken)
    {
        var (decisions, known) = await DecideAsync(mapping, pairs, cancellationToken).ConfigureAwait(false);
        await SaveAsync(decisions, known, cancellationToken).ConfigureAwait(false);
        return decisions;
    }

    /// <summary>The decisions that <see cref="CoupleAsync"/> would come to. Saves nothing.</summary>
    public async Task<IReadOnlyList<PairDecision>> CheckAsync(
        TableMapping mapping, IReadOnlyList<RecordSelector> pairs, CancellationToken cancellationToken) =>
        (await DecideAsync(mapping, pairs, cancellationToken).ConfigureAwait(false)).Decisions;

    private async Task<(List<PairDecision> Decisions, KnownCouplings Known)> DecideAsync(
        TableMapping mapping, IReadOnlyList<RecordSelector> pairs, CancellationToken cancellationToken)
    {
        var bcTable = await TableAsync(mapping, SystemSide.BusinessCentral, cancellationToken).ConfigureAwait(false);
        var salesTable = await TableAsync(mapping, SystemSide.Sales, cancellationToken).ConfigureAwait(false);
        var company = (await endpoints.Sales.GetFactsAsync(cancellationToken).ConfigureAwait(false)).CompanyId;
        var filter = mapping.FilterOn(SystemSide.Sales, company);
        var bcFilter = mapping.CouplesWithinFilter ? mapping.FilterOn(SystemSide.BusinessCentral, company) : Filter.All;
        var bc = await resolver
            .ResolveAsync(SystemSide.BusinessCentral, bcTable, [.. Names(bcTable).Union(bcFilter.Columns)], pairs, cancellationToken)
            .ConfigureAwait(false);
        var sales = await resolver
            .ResolveAsync(SystemSide.Sales, salesTable, [.. Names(salesTable).Union(filter.Columns.Where(salesTable.Columns.ContainsKey))],
                pairs, cancellationToken).ConfigureAwait(false);
        var origin = (await endpoints.BusinessCentral.GetFactsAsync(cancellationToken).ConfigureAwait(false)).CompanyId ?? Guid.Empty;
        var known = await KnownCouplings.LoadAsync(state, mapping.Family, Ids(bc), Ids(sales), cancellationToken).ConfigureAwait(false);
        var owners = await ExistingOwnersAsync(bcTable, known, cancellationToken).ConfigureAwait(false);
        var decisions = new List<PairDecision>(pairs.Count);
        for (var i = 0; i < pairs.Count; i++)
        {
            var decision = bc[i].Record is { } record && !setup.ButWriteIn(mapping).Matches(record)
                ? new PairDecision { Failure = WriteIn(record, bcTable) }
                : Decide(mapping, bc[i], sales[i], (bcFilter, filter), known, owners, (bcTable, salesTable), origin);
            known.Apply(decision);
            if (decision is { Coupling: { } coupling, Unchanged: false })
                owners.Add(coupling.BcId);
            decisions.Add(decision);
        }

        return (decisions, known);
    }

    private static PairDecision Decide(
        TableMapping mapping, Resolution bc, Resolution sales, (Filter Bc, Filter Sales) filters, KnownCouplings known,
            HashSet<Guid> owners, (TableSchema Bc, TableSchema Sales) tables, Guid company)
    {
        if ((bc.Failure ?? sales.Failure) is { } failure)
            return new PairDecision { Failure = failure };
        var (ofBc, ofSales) = (known.OfBc(bc.Record!.Id), known.OfSales(sales.Record!.Id));

        // What is a pair already stays one, and so does what was created as one, such as a contact whose company is not coupled.
        var isPair = ofBc?.SalesId == sales.Record.Id || IsOffspring(bc.Record, sales.Record, tables, company);
        if (!isPair && !filters.Bc.Matches(bc.Record))
            return new PairDecision { Failure = OutsideFilterInBc(mapping, bc.Record) };
        if (!isPair && !filters.Sales.Matches(sales.Record))
            return new PairDecision { Failure = OutsideFilter(mapping, sales.Record) };
        return PairRules.Decide(mapping, bc.Record, sales.Record, ofBc, ofSales, ofSales is not null && owners.Contains(ofSales.BcId), tables);
    }

    // The id of a record that was created as counterpart tells of whom.
    private static bool IsOffspring(Record bc, Record sales, (TableSchema Bc, TableSchema Sales) tables, Guid company) =>
        (DerivedId.MayBe(sales.Id) && sales.Id == DerivedId.For(company, tables.Sales.Name, bc.Id))
            || (DerivedId.MayBe(bc.Id) && bc.Id == DerivedId.For(company, tables.Bc.Name, sales.Id));

    private static PlanFailure WriteIn(Record bc, TableSchema table) => new(
        FailureClass.Data,
        "BcSync.Coupling.WriteInProduct",
        $"BcId/BcNo: '{bc[table.NumberColumn!]}' stands for written-in products and cannot be coupled.",
        "Pick another record, or let another one stand for written-in products: Set-BcSyncSetup -WriteInProductNo.");

    private static PlanFailure OutsideFilter(TableMapping mapping, Record sales) => new(
        FailureClass.Data,
        "BcSync.Coupling.OutsideFilter",
        $"SalesId/SalesName: row {sales.Id} is hidden by the filter of mapping {mapping.Name}: {mapping.SalesFilter}.",
        $"Pick another row, or change the filter with Set-BcTableMapping -Name {mapping.Name.Typed()} -SalesFilter.");

    private static PlanFailure OutsideFilterInBc(TableMapping mapping, Record bc) => new(
        FailureClass.Data,
        "BcSync.Coupling.OutsideFilter",
        $"BcId/BcNo: record {bc.Id} is outside the filter of mapping {mapping.Name}, and only records inside it can be coupled: "
            + $"{mapping.BcFilter}.",
        $"Change the record in Business Central, or the filter with Set-BcTableMapping -Name {mapping.Name.Typed()} -BcFilter.");

    // An owner that was deleted leaves a stale coupling behind, which then makes room (spec/engine.md 1.2).
    private async Task<HashSet<Guid>> ExistingOwnersAsync(TableSchema table, KnownCouplings known, CancellationToken cancellationToken)
    {
        var owners = known.OwnersOfSales;
        if (owners.Length == 0)
            return [];
        var rows = await endpoints.BusinessCentral.ReadByIdAsync(table.Name, Names(table), owners, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row.Id)];
    }

    // Whoever coupled or uncoupled one of the records meanwhile costs that pair only.
    private async Task SaveAsync(List<PairDecision> decisions, KnownCouplings known, CancellationToken cancellationToken)
    {
        if (!decisions.Any(IsChange))
            return;
        var clashes = await state.SaveAsync(overtaken => Change(decisions, known, overtaken), cancellationToken).ConfigureAwait(false);
        foreach (var clash in clashes)
        {
            var place = decisions.FindIndex(decision => IsChange(decision) && clash.Concerns(decision.Coupling!));
            if (place >= 0)
                decisions[place] = PairRules.Overtaken(clash);
        }
    }

    private StateChange Change(List<PairDecision> decisions, KnownCouplings known, IReadOnlyList<CouplingClash> overtaken)
    {
        var changed = decisions.Where(decision => IsChange(decision) && !overtaken.Any(clash => clash.Concerns(decision.Coupling!))).ToArray();
        var removed = changed.SelectMany(decision => decision.Removed).Distinct().Without(overtaken).ToArray();
        var final = changed.Select(decision => decision.Coupling!).Where(known.Holds).ToArray();
        return new StateChange
        {
            RemovedCouplings = removed,
            Settled = [.. removed.SelectMany(coupling => coupling.Keys)],
            Couplings = final,
            NewlyCoupled = final,
            Now = clock.GetUtcNow(),
        };
    }

    private static bool IsChange(PairDecision decision) => decision is { Coupling: not null, Unchanged: false };

    private async Task<TableSchema> TableAsync(TableMapping mapping, SystemSide side, CancellationToken cancellationToken)
    {
        var name = side is SystemSide.BusinessCentral ? mapping.BcTable : mapping.SalesTable;
        var table = await endpoints.On(side).GetSchemaAsync(name, cancellationToken).ConfigureAwait(false)
            ?? throw PassErrors.TableMissing(mapping, side);
        return mapping.Shape(side, table);
    }

    private static Guid[] Ids(IReadOnlyList<Resolution> resolutions) =>
        [.. resolutions.Select(resolution => resolution.Record?.Id).OfType<Guid>().Distinct()];

    private static string[] Names(TableSchema table) => [.. new[] { table.NumberColumn, table.NameColumn }.OfType<string>().Distinct()];
}
