using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Runs.Passes.Parts;

/// <summary>
/// Sees to it that the price list of an order holds what the order sells: a product that the list does not have at all is added with its unit and
/// price, once however many lines sell it; what is in the list already keeps its price (spec/documents.md 6.3).
/// </summary>
internal sealed class PriceListCompletion(EndpointPair endpoints)
{
    private const string Table = "productpricelevel";
    private const string List = "pricelevelid";
    private const string Product = "productid";
    private const string Unit = "uomid";
    private const string Price = "priceperunit";
    private readonly HashSet<(Guid List, Guid Product)> there = [];
    private Guid company;

    /// <summary>Loads which products the lists of orders hold.</summary>
    public async Task LoadAsync(IEnumerable<PartsPlan> plans, CancellationToken cancellationToken)
    {
        FieldValue[] products = [.. plans.SelectMany(plan => plan.Actions).Select(ProductOf).OfType<Guid>().Distinct().Select(id => FieldValue.Id(id))];
        if (products.Length == 0 || await endpoints.Sales.GetSchemaAsync(Table, cancellationToken).ConfigureAwait(false) is null)
            return;
        company = (await endpoints.BusinessCentral.GetFactsAsync(cancellationToken).ConfigureAwait(false)).CompanyId ?? Guid.Empty;
        var rows = await endpoints.Sales.ReadByValueAsync(Table, [List, Product], Product, products, cancellationToken).ConfigureAwait(false);
        there.UnionWith(rows.Select(row => (row[List].AsId() ?? Guid.Empty, row[Product].AsId() ?? Guid.Empty)));
    }

    /// <summary>What the list of the order lacks.</summary>
    public IReadOnlyList<LoosePart> Of(PlannedAction order, PartsPlan plan)
    {
        var list = order.Values.FirstOrDefault(value => value.Field.Destination.Name == List)?.New.AsId()
            ?? (order.Candidate.Counterpart ?? order.Candidate.Match)?[List].AsId();
        if (list is not { } id || company == Guid.Empty)
            return [];
        return
        [
            .. plan.Actions.Select(action => (Product: ProductOf(action), Unit: Planned(action, Unit).AsId(), Price: Planned(action, Price).AsNumber()))
                .Where(line => line is { Product: not null, Unit: not null, Price: > 0 } && !there.Contains((id, line.Product.Value)))
                .DistinctBy(line => (line.Product, line.Unit)).Select(line => Row(id, line.Product!.Value, line.Unit!.Value, line.Price!.Value)),
        ];
    }

    // Lines that are written: what stands already was in the list when it came.
    private static Guid? ProductOf(PlannedAction line) => line.IsWrite ? Planned(line, Product).AsId() : null;

    private static FieldValue Planned(PlannedAction line, string column) =>
        line.Values.FirstOrDefault(value => value.Field.Destination.Name == column)?.New ?? FieldValue.Empty;

    private LoosePart Row(Guid list, Guid product, Guid unit, decimal price) => new(
        Table,
        DerivedId.For(company, $"{Table}/{list:D}/{unit:D}", product),
        [
            new(List, FieldValue.Reference("pricelevel", list)), new(Product, FieldValue.Reference("product", product)),
            new(Unit, FieldValue.Reference("uom", unit)), new("amount", FieldValue.Number(price)),
        ]);
}
